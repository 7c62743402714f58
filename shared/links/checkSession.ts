// All findings of a session: of each canvas by itself, and of what ties them together.
import { isInvalidInput } from '../checks/invalidInput'
import { severities, type Severity } from '../checks/finding'
import { computeFinancingPlan } from '../financing/computePlan'
import { checkImpactChain } from '../impact/checkChain'
import type { PageContent, SessionCanvases } from './content'
import { messageOfGap } from './gapMessages'
import { checkLinks, checkModels, tieUp } from './linkFindings'
import { subjectOf } from './subject'

export interface SessionFinding {
  /** The rule: `BM-…`, `IC-…`, `FP-…`, `LK-…`. */
  readonly code: string
  readonly severity: Severity
  readonly page: { readonly id: string; readonly kind: PageContent['kind']; readonly title: string }
  /** The id of what it is about: a note, a block, an element, a row, a period, or the whole. */
  readonly target: string
  /** What that is called; empty when it has no name. */
  readonly subject: string
  readonly messageEn: string
  readonly messageSv: string
}

/**
 * By page in the session's order, and within a page by severity and rule.
 * @param asOf `YYYY-MM-DD`, for what depends on the day.
 */
export function checkSession({ pages, links }: SessionCanvases, asOf: string): SessionFinding[] {
  const ties = tieUp(pages, links)
  const gaps = [...checkModels(pages, ties), ...checkLinks(pages, ties)]
  return pages.flatMap((content) => {
    const page = { id: content.page.id, kind: content.kind, title: content.page.title }
    const own = findingsOf(content, asOf).map((finding) => {
      const { code, severity, target, messageEn, messageSv } = finding
      return { code, severity, page, target, subject: subjectOf(content, finding), messageEn, messageSv }
    })
    const between = gaps
      .filter((gap) => gap.page === page.id)
      .map(({ code, severity, target, subject }) => {
        const { en, sv } = messageOfGap(code)
        return { code, severity, page, target, subject, messageEn: en, messageSv: sv }
      })
    return [...own, ...between].sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
    )
  })
}

function findingsOf(content: PageContent, asOf: string) {
  if (content.kind === 'businessModel') return []
  const checked =
    content.kind === 'financingPlan'
      ? computeFinancingPlan(content.input)
      : checkImpactChain(content.input, asOf)
  return isInvalidInput(checked) ? (checked.findings ?? []) : checked.findings
}
