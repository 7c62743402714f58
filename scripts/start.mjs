#!/usr/bin/env node
// `npm start`: from a fresh clone to the open app. Without Electron or a display, the same app in the local browser.
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { downloadElectronOnce, findElectron, hasDisplay, rootFlags } from './electronRuntime.mjs'
import {
  endWithNpm,
  ensureBuilt,
  ensureInstalled,
  giveUp,
  outFolder,
  passSignals,
  requireNode,
  root,
  say,
} from './prepare.mjs'
import { usualDataFolder } from './usualDataFolder.mjs'

const usage = `Usage: npm start -- [FILE.samverk] [--data DIR]
       npm start -- --web [--port P] [--no-open] [--data DIR]

Opens Samverkstad: the desktop app, or with --web the same app in your browser.

  --web        serve the app at http://127.0.0.1:P instead of opening a window
  --port P     the port for --web (default: any free one)
  --no-open    with --web: print the address, do not open the browser
  --data DIR   keep the workshops in DIR (default: the app's own folder)
  --help       this text`

// npm runs scripts in the project's folder; paths on the command line mean the folder npm was called in.
const isByNpm = process.env.npm_lifecycle_event !== undefined && process.cwd() === root
const askedFrom = isByNpm ? (process.env.INIT_CWD ?? root) : process.cwd()

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        web: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        port: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535))
      giveUp(`--port wants a number from 0 to 65535, not "${values.port}".`, 2)
    if (positionals.some((file) => !file.endsWith('.samverk')))
      giveUp(`Only .samverk files can be opened. See: npm start -- --help`, 2)
    const data = values.data === undefined ? undefined : resolve(askedFrom, values.data)
    return { ...values, port, data, files: positionals.map((file) => resolve(askedFrom, file)) }
  } catch (cause) {
    return giveUp(`${cause.message.split('. ')[0]}. See: npm start -- --help`, 2)
  }
}

/** The desktop app; resolves with its exit code, or null when this machine cannot run it. */
function openDesktop(electron, { data, files }) {
  const args = [...rootFlags(), root, ...(data ? ['--data', data] : []), ...files]
  const began = Date.now()
  return new Promise((done) => {
    const child = spawn(electron.bin, args, { stdio: 'inherit' })
    passSignals(child)
    child.on('error', () => done(null))
    child.on('exit', (code, signal) => {
      // A library that every desktop has is missing (127), or Chromium found no way to lock its sandbox.
      const isUnable = code === 127 || signal === 'SIGTRAP' || signal === 'SIGABRT'
      done(isUnable && Date.now() - began < 10_000 ? null : (code ?? 1))
    })
  })
}

/** In this very process, so that whoever ends it ends the server; resolves with the exit code when it is ended. */
async function serveWeb({ port, data, 'no-open': stayClosed }) {
  const args = ['--data', data ?? usualDataFolder()]
  if (port !== undefined) args.push('--port', String(port))
  if (stayClosed) args.push('--no-open')
  const { runWebCommand } = await import(pathToFileURL(join(outFolder(), 'main/web.js')).href)
  return runWebCommand(args)
}

const wanted = readArguments()
if (wanted.help) {
  console.log(usage)
  process.exit(0)
}
requireNode()
endWithNpm()
ensureInstalled()
await ensureBuilt()
if (wanted.web) process.exit(await serveWeb(wanted))

if (!hasDisplay()) say('There is no display here, so Samverkstad opens in the browser instead:')
else {
  if (!findElectron() || findElectron().kind === 'testRuntime') downloadElectronOnce()
  const electron = findElectron()
  if (electron?.kind === 'testRuntime')
    say('Note: this is Electron 33, the test runtime, because the release could not be downloaded.')
  const code = electron && (await openDesktop(electron, wanted))
  if (code !== null) process.exit(code)
  say(
    electron
      ? 'Electron cannot run on this machine, so Samverkstad opens in the browser instead:'
      : "Electron's program is not on this machine and could not be downloaded, so Samverkstad opens in the browser instead:",
  )
}
process.exit(await serveWeb(wanted))
