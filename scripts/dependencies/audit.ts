// What the registry knows of vulnerabilities, as `npm audit --json` tells it (its report version 2).
import { z } from 'zod'
import type { Rules } from './rules'

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const

const reportShape = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      severity: z.enum(severities),
      /** Advisories, and names of packages through which it is concerned. */
      via: z.array(
        z.union([z.string(), z.object({ title: z.string(), url: z.string(), severity: z.enum(severities) })]),
      ),
      /** Where it lies: `node_modules/…`. */
      nodes: z.array(z.string()),
    }),
  ),
})
export type AuditReport = z.infer<typeof reportShape>

/** Undefined where the registry gave no report: it was not reached, or answers no such questions. */
export function readReport(text: string): AuditReport | undefined {
  try {
    return reportShape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

export interface AuditVerdict {
  /** Sentences about high and critical ones in what is shipped. */
  faults: string[]
  /** About the others. */
  remarks: string[]
}

export function judgeReport(
  report: AuditReport,
  shipped: ReadonlySet<string>,
  { accepted }: Rules,
): AuditVerdict {
  const verdict: AuditVerdict = { faults: [], remarks: [] }
  const met = new Set<string>()
  for (const { name, via, nodes } of Object.values(report.vulnerabilities))
    for (const advisory of via) {
      // Packages that only lead to one are named with it.
      if (typeof advisory === 'string') continue
      const { title, url, severity } = advisory
      met.add(url)
      const isShipped = nodes.some((node) => shipped.has(node))
      const sentence = `${name} (${isShipped ? 'shipped' : 'a tool'}, ${severity}): ${title} ${url}`
      if (accepted[url] !== undefined) verdict.remarks.push(`${sentence} Accepted: ${accepted[url]}`)
      else if (isShipped && (severity === 'high' || severity === 'critical')) verdict.faults.push(sentence)
      else verdict.remarks.push(sentence)
    }
  for (const url of Object.keys(accepted))
    if (!met.has(url)) verdict.remarks.push(`Nothing needs ${url} to be accepted any more.`)
  return verdict
}
