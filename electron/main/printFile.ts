// A program of its own beside the app: prints one document to a file and ends, with no window to be seen. The command
// line runs it where the desktop's Electron is there. What to print comes through the environment, because other people
// on the machine can read a command line and the address admits to the session.
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { app, session } from 'electron'
import { denyPermissions } from './permissions'
import { printAddressToPdf } from './printPdf'
import { keepRequestsLocal } from './requests'

const { SAMVERKSTAD_PRINT_ADDRESS: address, SAMVERKSTAD_PRINT_FILE: file } = process.env
// The folder of the file is the caller's, made for this and taken away after it.
if (file) app.setPath('userData', join(dirname(file), 'browser'))
// Chromium has no sandbox for root, and then says so at once.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.disableHardwareAcceleration()
// The one window closes before its pages are written.
app.on('window-all-closed', () => {})

async function print(): Promise<number> {
  // Whoever waits knows now that there is something to wait for.
  process.stdout.write('started\n')
  if (!address || !file) {
    process.stderr.write('Nothing to print was named.\n')
    return 2
  }
  const relay = new URL(address).origin
  denyPermissions(session.defaultSession)
  keepRequestsLocal(session.defaultSession, () => relay)
  try {
    await writeFile(file, await printAddressToPdf(address))
    return 0
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    return 1
  }
}

void app
  .whenReady()
  .then(print)
  .then((code) => app.exit(code))
