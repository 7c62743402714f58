#!/usr/bin/env node
// `npm run package`: the unpacked app in dist/. With --installers, the installers of this machine's system; --output DIR
// puts it elsewhere, and --no-build takes the build that is there.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { downloadElectronOnce, findElectron } from './electronRuntime.mjs'
import { build, ensureInstalled, giveUp, outFolder, requireNode, root, runNode, say } from './prepare.mjs'

const { values } = parseArgs({
  options: { installers: { type: 'boolean' }, output: { type: 'string' }, 'no-build': { type: 'boolean' } },
})

requireNode()
ensureInstalled()
if (outFolder() !== join(root, 'out')) giveUp('Packaging takes the build in out/; unset SAMVERKSTAD_OUT.')
if (!values['no-build']) {
  const code = await build({ stdio: ['ignore', 'ignore', 2] })
  if (code !== 0) process.exit(code)
}

downloadElectronOnce()
const electron = findElectron()
if (!electron)
  giveUp('There is no Electron to package: set ELECTRON_OVERRIDE_DIST_PATH to a folder with one.')

const args = values.installers ? [] : ['--dir']
if (values.output) args.push(`-c.directories.output=${values.output}`)
if (electron.kind !== 'installed') {
  say(`Packaging with the Electron in ${electron.dir}.`)
  args.push(`-c.electronDist=${electron.dir}`, `-c.electronVersion=${versionOf(electron.bin)}`)
}
process.exit(await runNode('node_modules/electron-builder/cli.js', args))

/** Asked from the program itself, run as plain Node. */
function versionOf(bin) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  return execFileSync(bin, ['-p', 'process.versions.electron'], { env, encoding: 'utf8' }).trim()
}
