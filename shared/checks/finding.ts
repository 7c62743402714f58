// What a check has to say about a canvas. Findings advise; they never stop anyone from saving or exporting.

export const severities = ['error', 'warning', 'info'] as const
export type Severity = (typeof severities)[number]

export interface Finding {
  /** The rule, such as `FP-04` or `IC-13`. */
  readonly code: string
  readonly severity: Severity
  /** The id of what it is about: a row, a period, an element, or `plan` or `chain` for the whole. */
  readonly target: string
  readonly messageEn: string
  readonly messageSv: string
}

/** By severity, then rule; within one rule the findings keep the order in which they were found. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  )
}

export function countFindings(findings: readonly Finding[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity]++
  return counts
}
