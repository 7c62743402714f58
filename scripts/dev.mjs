#!/usr/bin/env node
// `npm run dev`: the app with hot reload and the demo session open. Without a display, in the browser. Its workshops lie
// in .cache/dev, apart from real ones.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { findElectron, hasDisplay, rootFlags } from './electronRuntime.mjs'
import {
  endWithNpm,
  ensureBuilt,
  ensureInstalled,
  outFolder,
  passSignals,
  requireNode,
  root,
  runNode,
  say,
} from './prepare.mjs'

const bundler = 'node_modules/electron-vite/bin/electron-vite.js'
const data = join(root, '.cache/dev/data')
const developmentOut = join(root, '.cache/dev/out')
const port = process.env.SAMVERKSTAD_DEV_PORT ?? '5173'

requireNode()
endWithNpm()
ensureInstalled()
// Guests get the built page, because a phone is not to talk to the bundler.
await ensureBuilt()
const pages = join(outFolder(), 'renderer')

const electron = hasDisplay() ? findElectron() : null
process.exit(electron ? await developDesktop(electron) : await developWeb())

function developDesktop({ bin }) {
  const entry = join(developmentOut, 'main/index.js')
  const args = ['dev', '--watch', '--entry', entry, '--', ...rootFlags(), '--data', data, '--open', 'demo']
  const env = {
    ...process.env,
    ELECTRON_EXEC_PATH: bin,
    SAMVERKSTAD_OUT: developmentOut,
    SAMVERKSTAD_PAGES: pages,
  }
  return runNode(bundler, args, { env })
}

/** The desk from its sources, and the bundler's server in front of it. */
async function developWeb() {
  say(
    hasDisplay()
      ? 'There is no Electron here; developing in the browser.'
      : 'No display; developing in the browser.',
  )
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const desk = spawn(
    process.execPath,
    [tsx, 'relay/desk/webCommand.ts', '--no-open', '--data', data, '--pages', pages],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  passSignals(desk)
  const address = await new Promise((found, lost) => {
    desk.on('exit', () => lost(new Error('the desk ended before it had an address')))
    let heard = ''
    desk.stdout.on('data', (chunk) => {
      heard += chunk
      const said = /https?:\/\/\S+#key=\S+/.exec(heard)
      if (said) found(new URL(said[0]))
    })
  })
  process.env.SAMVERKSTAD_DESK = address.origin
  process.env.SAMVERKSTAD_OUT = developmentOut
  const { loadConfigFromFile } = await import('electron-vite')
  const { createServer } = await import('vite')
  const file = join(root, 'electron.vite.config.ts')
  const { config } = await loadConfigFromFile({ command: 'serve', mode: 'development' }, file, root)
  const server = await createServer({ ...config.renderer, configFile: false, root: join(root, 'renderer') })
  await server.listen()
  say(`\n  http://127.0.0.1:${port}/facilitator/${address.hash}&open=demo\n`)
  const code = await new Promise((ended) => desk.on('exit', (ending) => ended(ending ?? 0)))
  await server.close()
  return code
}
