// Programs that the tests need beside Node: found, or installed where that may be done without asking.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './prepare.mjs'

/** The first of `names` that is on this machine, or undefined. */
export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of names) {
    if (name.includes('/') || name.includes('\\')) {
      if (existsSync(name)) return name
    } else for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name)
  }
  return undefined
}

const chromiumPlaces = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** A browser of Chromium's family, or undefined. */
export const findChromium = () =>
  findProgram([process.env.SAMVERKSTAD_CHROMIUM, ...chromiumPlaces].filter(Boolean))

/** Where Debian keeps Postgres, by version and off the path. */
const debianPostgres = '/usr/lib/postgresql'

const findPostgres = () =>
  findProgram([
    ...(existsSync(debianPostgres) ? readdirSync(debianPostgres) : []).map((version) =>
      join(debianPostgres, version, 'bin/postgres'),
    ),
    'postgres',
  ])

/** What is missing, as packages of Debian. */
function missingPackages() {
  const missing = []
  if (!findChromium()) missing.push('chromium')
  if (process.platform === 'linux' && !process.env.DISPLAY && !findProgram(['xvfb-run'])) missing.push('xvfb')
  if (!findProgram(['pdftotext', 'pdftotext.exe'])) missing.push('poppler-utils')
  if (process.platform === 'linux' && !findProgram(['unzip'])) missing.push('unzip')
  if (!findProgram(['redis-server'])) missing.push('redis-server')
  if (!findPostgres()) missing.push('postgresql')
  if (process.platform === 'linux' && !findProgram(['nginx', '/usr/sbin/nginx'])) missing.push('nginx-light')
  if (process.platform === 'linux' && !findProgram(['ip', '/usr/sbin/ip'])) missing.push('iproute2')
  if (process.platform === 'linux' && !findProgram(['systemd-analyze'])) missing.push('systemd')
  return missing
}

/** Installs what is missing when that can be done; returns what still is. */
export function ensureTools() {
  const missing = missingPackages()
  if (missing.length === 0) return []
  if (process.getuid?.() === 0 && findProgram(['apt-get'])) {
    say(`Installing ${missing.join(', ')} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args) =>
      spawnSync('apt-get', ['-qq', '-y', ...args], { env, stdio: ['ignore', 'ignore', 2] })
    apt('update')
    withoutServices(() =>
      apt('install', '--no-install-recommends', ...missing, ...electronLibraries(missing)),
    )
    return missingPackages()
  }
  return missing
}

/** Packages that bring a server start it at once; the tests start their own, and nothing else is to listen. */
function withoutServices(install) {
  const policy = '/usr/sbin/policy-rc.d'
  const isOurs = !existsSync(policy)
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    install()
  } finally {
    if (isOurs) rmSync(policy, { force: true })
  }
}

/** Chromium of Debian brings nearly all libraries that Electron needs; these are the rest. */
const electronLibraries = (missing) => (missing.includes('chromium') ? ['libgtk-3-0', 'xauth'] : [])

/** How a person installs them. */
export function howToInstall(packages) {
  if (process.platform === 'linux')
    return `Install what is missing with: sudo apt-get install ${packages.join(' ')}`
  const elsewhere = { 'poppler-utils': 'poppler', 'redis-server': 'redis' }
  const names = packages.map((name) => elsewhere[name] ?? name).join(', ')
  return process.platform === 'darwin'
    ? `Install what is missing with Homebrew: ${names}`
    : `Install what is missing: ${names}`
}
