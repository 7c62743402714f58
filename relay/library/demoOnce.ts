// The demo session for those who start the program for the first time; whoever deletes it is not given it again.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from './atomicFile'
import { makeDemo } from './demo'
import type { Library } from './library'

/** Adds the demo when the library in `dataDir` is empty and has never had it. */
export async function addDemoOnce(library: Library, dataDir: string): Promise<void> {
  const mark = join(dataDir, 'demo-given')
  if (await stat(mark).catch(() => undefined)) return
  if ((await library.list()).length === 0) await library.add(makeDemo(Date.now()), 'sv')
  await writeAtomically(mark, new Uint8Array())
}
