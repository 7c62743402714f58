import type { PairReport } from '../../bystanders/bystandersProcess'
import type { FuzzCounts } from './fuzzRelay'
import type { Memory } from './relayMemory'

export interface FuzzOutcome {
  seed: number
  seconds: number
  counts: FuzzCounts
  /** Once the relay had been used for a while, and when all hostile lines were gone. */
  before: Memory
  after: Memory
  /** Highest resident bytes in between. */
  peak: number
  /** The pair in a room that is fuzzed, and one in a session of its own. */
  bystanders: readonly [PairReport, PairReport]
}

const MB = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

/** The tables of one run, as Markdown. */
export function fuzzReport({ seed, seconds, counts, before, after, peak, bystanders }: FuzzOutcome): string {
  const table = (head: string, figures: Iterable<readonly [string, string | number]>) => [
    `| ${head} | |`,
    '|---|---:|',
    ...[...figures].map(([what, figure]) => `| ${what} | ${figure} |`),
    '',
  ]
  const byCount = (counted: Map<string, number>) => [...counted].sort((a, b) => b[1] - a[1])
  const [inside, elsewhere] = bystanders
  return [
    `${counts.frames} frames on ${counts.connections} connections in ${Math.round(seconds)} s, seed ${seed}`,
    '',
    ...table('frames', byCount(counts.byKind)),
    ...table('how connections ended', byCount(counts.byEnding)),
    ...table('the relay', [
      ['resident before', MB(before.rss)],
      ['resident at most', MB(peak)],
      ['resident after', MB(after.rss)],
      ['held before (live objects and buffers)', MB(before.held)],
      ['held after', MB(after.held)],
    ]),
    ...table('honest bystanders: longest wait for an edit', [
      [`in a room that is fuzzed (${inside.arrived} edits)`, `${Math.round(inside.longest)} ms`],
      [`in another session (${elsewhere.arrived} edits)`, `${Math.round(elsewhere.longest)} ms`],
    ]),
  ].join('\n')
}
