// What was read of sessions' rooms, kept over restarts. Only a cache: whatever is wrong with it, it is read anew.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { sessionSummary } from '../../shared/relay/library'
import { writeAtomically } from './atomicFile'

/** What the rooms say; valid while nothing changes in them. */
const content = sessionSummary.pick({ title: true, isDemo: true, pages: true, preview: true }).extend({
  /** ms since 1970 when the session says it began; 0 when it does not. */
  startedAt: z.number(),
})
export type SummaryContent = z.infer<typeof content>

const entry = z.object({ changedAt: z.number(), content })
export type SummaryEntry = z.infer<typeof entry>

/** Goes up when summaries are made in another way, so that old ones are made anew. */
const cacheVersion = 1
const cacheFile = z.object({ version: z.literal(cacheVersion), sessions: z.record(z.string(), entry) })

/** The entries by session id; empty when there is no sound file. */
export async function readSummaryCache(path: string): Promise<Map<string, SummaryEntry>> {
  try {
    return new Map(Object.entries(cacheFile.parse(JSON.parse(await readFile(path, 'utf8'))).sessions))
  } catch {
    return new Map()
  }
}

/** Throws the file system's error when it cannot be written. */
export async function writeSummaryCache(
  path: string,
  entries: ReadonlyMap<string, SummaryEntry>,
): Promise<void> {
  const sessions = Object.fromEntries(entries)
  await writeAtomically(path, Buffer.from(JSON.stringify({ version: cacheVersion, sessions })))
}
