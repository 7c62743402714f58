// Prints the print document with the desktop's own Electron, in a program that shows no window.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasDisplay, rootFlags } from '../electronRuntime.mjs'
import { outFolder } from '../prepare.mjs'

/** An Electron that says nothing for so long (ms) will not print: where something is missing it may show a box and wait. */
const startPatience = 30_000

/**
 * The PDF of the print document at `address`.
 * @param program an Electron
 * @param folder an empty one of its own, for what Electron writes
 * @param patience ms
 * @throws when Electron does not start or the document can't be laid out in time.
 */
export async function printInElectron(
  program: string,
  address: string,
  folder: string,
  patience: number,
): Promise<Uint8Array> {
  const file = join(folder, 'print.pdf')
  const flags = [...rootFlags(), ...(hasDisplay() ? [] : ['--ozone-platform=headless', '--disable-gpu'])]
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  const child = spawn(program, [...flags, join(outFolder(), 'main/printFile.js')], {
    env: { ...env, SAMVERKSTAD_PRINT_ADDRESS: address, SAMVERKSTAD_PRINT_FILE: file },
    // Chromium has much to say about machines without a desktop; what matters is the exit code.
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const kill = () => child.kill('SIGKILL')
  const timer = setTimeout(kill, patience)
  const startTimer = setTimeout(kill, startPatience)
  child.stdout.once('data', () => clearTimeout(startTimer))
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('close', resolve)
  })
  clearTimeout(timer)
  clearTimeout(startTimer)
  if (code !== 0) throw new Error('Electron could not print')
  return readFile(file)
}
