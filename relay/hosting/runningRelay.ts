// A note in the data folder of how the relay that uses it is reached, so that a backup finds it by the folder alone.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'

const running = z.object({ url: z.string(), keyFile: z.string() })
export type RunningRelay = z.infer<typeof running>

const noteIn = (dataDir: string) => join(dataDir, 'running.json')

export async function noteRunning(dataDir: string, { url, keyFile }: RunningRelay): Promise<void> {
  await writeFile(noteIn(dataDir), JSON.stringify({ url, keyFile: resolve(keyFile) }), { mode: 0o600 })
}

export function forgetRunning(dataDir: string): Promise<void> {
  return rm(noteIn(dataDir), { force: true })
}

/** Undefined when there is no such note. It may stand there from a relay that was killed. */
export async function findRunning(dataDir: string): Promise<RunningRelay | undefined> {
  try {
    return running.parse(JSON.parse(await readFile(noteIn(dataDir), 'utf8')))
  } catch {
    return undefined
  }
}
