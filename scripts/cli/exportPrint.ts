// Finds a print engine on this machine and prints with it: the desktop's Electron, else a browser of Chromium's family.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../electronRuntime.mjs'
import { findChromium } from '../tools.mjs'
import { printInBrowser } from './exportBrowser'
import { printInElectron } from './exportElectron'

export type Printed = { kind: 'printed'; pdf: Uint8Array } | { kind: 'noEngine' } | { kind: 'failed' }

/** A document of many large boards takes seconds; after so long (ms) something is wrong. */
const patience = 150_000

/** Prints the document at `address` with the first engine that can. */
export async function printAnyhow(address: string): Promise<Printed> {
  const electron = findElectron()
  const chromium = findChromium()
  const engines = [
    electron && ((folder: string) => printInElectron(electron.bin, address, folder, patience)),
    chromium && ((folder: string) => printInBrowser(chromium, address, folder, patience)),
  ].filter((engine) => typeof engine === 'function')
  for (const engine of engines) {
    const folder = await mkdtemp(join(tmpdir(), 'samverkstad-print-'))
    try {
      return { kind: 'printed', pdf: await engine(folder) }
    } catch {
      continue
    } finally {
      // A browser's last child may still be writing when the browser itself has ended.
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  }
  return { kind: engines.length === 0 ? 'noEngine' : 'failed' }
}
