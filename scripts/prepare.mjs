// What must be there before anything runs: the right Node, the packages, the build. Plain Node without packages, because
// a fresh clone has none. Each step does nothing when it is done already.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')

/** Where builds go; SAMVERKSTAD_OUT lets several live side by side. */
export const outFolder = () => resolve(root, process.env.SAMVERKSTAD_OUT ?? 'out')

/** One sentence to whoever started the script; results of commands alone go to stdout. */
export const say = (sentence) => process.stderr.write(`${sentence}\n`)

/** Ends the script with one sentence. */
export function giveUp(sentence, code = 1) {
  say(sentence)
  process.exit(code)
}

export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    giveUp(`Samverkstad needs Node 20.19 or later; this is ${process.versions.node}. See https://nodejs.org`)
}

/** Runs a program of node_modules with this very Node; resolves with its exit code. */
export function runNode(script, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(root, script), ...args], {
      cwd: root,
      stdio: 'inherit',
      ...options,
    })
    passSignals(child)
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** Whoever ends this script means its child: which then ends in good order, and this script with it. */
export function passSignals(child) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
}

/**
 * npm that is told to end tells only its shell, and this script would be left behind alone, with its port and its
 * folder. So it ends as if it had been told.
 */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const { ppid } = process
  const watch = setInterval(() => {
    if (process.ppid === ppid) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}

/** npm as it was started, or as the path has it. */
export function runNpm(args, options = {}) {
  const own = process.env.npm_execpath
  const all = { cwd: root, ...options }
  if (own && /npm-cli\.c?js$/.test(own)) return spawnSync(process.execPath, [own, ...args], all)
  return spawnSync('npm', args, { ...all, shell: process.platform === 'win32' })
}

/** Installs the packages unless exactly those of package-lock.json are there. */
export function ensureInstalled() {
  if (isInstalled()) return
  say('Installing what Samverkstad is built with. This happens once and takes a minute or two …')
  const { status } = runNpm(['ci', '--include=dev', '--loglevel=error'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) giveUp('The packages could not be installed: see what npm says above.')
}

function isInstalled() {
  try {
    const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages
    const there = read('node_modules/.package-lock.json')
    return Object.entries(read('package-lock.json')).every(
      ([place, wanted]) => place === '' || wanted.optional || there[place]?.version === wanted.version,
    )
  } catch {
    return false
  }
}

const sources = ['electron', 'renderer', 'shared', 'relay', 'resources']
const settings = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']

/** Changes whenever a file that the build reads does. */
function sourceMark() {
  const mark = createHash('sha256')
  const add = (path) => {
    const { mtimeMs, size } = statSync(join(root, path))
    mark.update(`${path} ${size} ${mtimeMs}\n`)
  }
  for (const folder of sources)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1)
      if (entry.isFile() && !/\.test\.tsx?$/.test(path)) add(path)
    }
  for (const path of settings) add(path)
  return mark.digest('hex')
}

const markFile = () => join(outFolder(), '.sources')
const isBuilt = (mark) => existsSync(markFile()) && readFileSync(markFile(), 'utf8') === mark

/** Builds everything; resolves with the exit code. `options` as for spawn. */
export async function build(options = {}) {
  const mark = sourceMark()
  // What a failed build leaves behind is not a build.
  rmSync(markFile(), { force: true })
  const code = await runNode('node_modules/electron-vite/bin/electron-vite.js', ['build'], options)
  if (code === 0) {
    mkdirSync(outFolder(), { recursive: true })
    writeFileSync(markFile(), mark)
  }
  return code
}

/** Builds when a source is newer than what is there; false when that failed. */
export async function buildIfStale() {
  if (isBuilt(sourceMark())) return true
  say('Building …')
  return (await build({ stdio: ['ignore', 'ignore', 2] })) === 0
}

/** {@link buildIfStale}, for scripts that can do nothing without. */
export async function ensureBuilt() {
  if (!(await buildIfStale())) giveUp('The build failed: see above.')
}
