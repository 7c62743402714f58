// What a check has to say about a canvas, as a table: how serious, what, where, and what can be done.
import type { Finding } from '../../shared/checks/finding'
import type { Text } from '../ui/language'
import type { Printing } from './printing'
import type { TableSpec } from './table'

/** @param words the canvas's own texts. @param where the name of what a finding is about; empty for the whole. */
export function findingTable(
  { text, language }: Pick<Printing, 'text' | 'language'>,
  findings: readonly Finding[],
  words: Text,
  where: (finding: Finding) => string,
): TableSpec {
  const heading = words('findings.title')
  return {
    heading,
    continued: text('continued', { name: heading }),
    lead: text('findings.lead'),
    columns: [
      { head: text('findings.weight'), width: '30mm' },
      { head: text('findings.about'), width: '64mm' },
      { head: text('findings.message') },
      { head: text('findings.advice') },
    ],
    rows: findings.map((finding) => ({
      cells: [
        `${words(`severity.${finding.severity}`).replace(/:$/, '')}\n${finding.code}`,
        { own: where(finding) },
        language === 'sv' ? finding.messageSv : finding.messageEn,
        words(`advice.${finding.code}`),
      ],
    })),
  }
}
