import { Lightbulb } from 'lucide-react'
import type { Finding } from '../../../shared/businessModel/checkBusinessModel'
import type { BusinessModelNote } from '../../../shared/document/businessModel'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { Popover } from '../../ui/Popover'
import css from './tools.module.css'

interface FindingsProps {
  findings: readonly Finding[]
  textOfNote: (id: string) => BusinessModelNote['text']
  show: (finding: Finding) => void
}

/** Advice about the whole model, each piece leading to its place. */
export function Findings({ findings, textOfNote, show }: FindingsProps) {
  const t = useText('businessModel')
  return (
    <Popover
      label={t('findings.title')}
      trigger={
        <Button variant="quiet" size="small" icon={<Lightbulb />}>
          {findings.length > 0
            ? t('tools.findingsWithCount', { count: findings.length })
            : t('tools.findings')}
        </Button>
      }
    >
      {(close) => (
        <div className={css.findings}>
          <h2 className={css.findingsTitle}>{t('findings.title')}</h2>
          {findings.length === 0 && <p>{t('findings.none')}</p>}
          <ul className={css.findingList}>
            {findings.map((finding) => (
              <li key={`${finding.code} ${finding.note}`} className={css.finding}>
                <p className={css.findingText}>
                  {t(`finding.${finding.code}.text`, {
                    note: finding.note === null ? '' : textOfNote(finding.note),
                  })}
                </p>
                <p>{t(`finding.${finding.code}.advice`)}</p>
                <Button
                  size="small"
                  onPress={() => {
                    close()
                    show(finding)
                  }}
                >
                  {t('findings.show')}
                </Button>
              </li>
            ))}
          </ul>
          {findings.length > 0 && <p className={css.quiet}>{t('findings.explain')}</p>}
        </div>
      )}
    </Popover>
  )
}
