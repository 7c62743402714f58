// Licences of all packages, without any network, and known vulnerabilities as the registry tells them. Exit code 1: a
// fault; 3: no fault was found, but the registry could not be asked.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { judgeReport, readReport } from './audit'
import { findLicenceFaults } from './licences'
import { readRules } from './rules'
import { findShipped } from './shipped'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const say = (sentence: string) => process.stderr.write(`${sentence}\n`)
const { rules, lock } = readRules(root)

const licenceFaults = findLicenceFaults(lock, rules, licenceOfInstalled, (path) =>
  existsSync(resolve(root, path)),
)
licenceFaults.forEach(say)
const packages = Object.keys(lock.packages).length - 1
if (licenceFaults.length === 0) say(`Licences: ${packages} packages, all of them allowed.`)

const report = askRegistry()
const audit = report && judgeReport(report, findShipped(lock, rules), rules)
audit?.remarks.forEach(say)
audit?.faults.forEach(say)
if (!audit) say('Vulnerabilities: NOT CHECKED, because the registry gave no answer.')
else if (audit.faults.length === 0) say('Vulnerabilities: none that is high or critical in what is shipped.')

if (licenceFaults.length > 0 || (audit && audit.faults.length > 0)) process.exitCode = 1
else if (!audit) process.exitCode = 3

function licenceOfInstalled(place: string): string | undefined {
  const file = resolve(root, place, 'package.json')
  if (!existsSync(file)) return undefined
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown }
  return typeof license === 'string' ? license : undefined
}

function askRegistry() {
  // As npm was started, or as the path has it.
  const own = process.env.npm_execpath
  const args = ['audit', '--json', '--package-lock-only']
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, timeout: 120_000 } as const
  const { stdout } =
    own && /npm-cli\.c?js$/.test(own)
      ? spawnSync(process.execPath, [own, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  return readReport(stdout ?? '')
}
