#!/usr/bin/env node
// `npm test`: sets up what is missing, builds, runs everything, and ends with one line: how many passed and failed.
// A suite that could not run, or that ran nothing, counts as a failure.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fetchTestRuntime, findElectron } from './electronRuntime.mjs'
import { buildIfStale, ensureInstalled, outFolder, passSignals, requireNode, root, say } from './prepare.mjs'
import { measureBundle } from './bundleSizes.mjs'
import { ensureTools, findChromium, findProgram, howToInstall } from './tools.mjs'

const results = join(root, 'test-results')
const playwright = ['node_modules/@playwright/test/cli.js', 'test']

// Whatever ends this early, the last line says that it failed.
let isSummedUp = false
process.on('exit', () => {
  if (!isSummedUp) console.log('0 passed, 1 failed')
})

requireNode()
ensureInstalled()
const missing = ensureTools()
if (missing.length > 0) say(howToInstall(missing))
const isBuilt = await buildIfStale()
if (!findElectron())
  await fetchTestRuntime().catch((cause) => say(`There is no Electron to test with: ${cause.message}.`))

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const electron = findElectron()
const chromium = findChromium()
const display = process.env.DISPLAY || process.platform !== 'linux' ? [] : displayCommand()
const suites = [
  { name: 'bundle', run: checkBundle, wants: isBuilt || 'the build failed' },
  { name: 'unit', run: runUnit, wants: true },
  {
    name: 'browser',
    run: () => runPlaywright('browser'),
    wants: (!isBuilt && 'the build failed') || (!chromium && 'there is no Chromium on this machine') || true,
  },
  {
    name: 'electron',
    run: () => runPlaywright('electron', display),
    wants:
      (!isBuilt && 'the build failed') ||
      (!electron && 'there is no Electron on this machine') ||
      (!display && 'there is no display, and no xvfb-run to make one') ||
      true,
  },
]

const only = process.argv.slice(2)
let passed = 0
let failed = 0
const lines = []
for (const { name, run, wants } of suites) {
  if (only.length > 0 && !only.includes(name)) continue
  say(`\n── ${name} ──`)
  const counted = wants === true ? await run() : { passed: 0, failed: 1, why: wants }
  if (counted.passed + counted.failed === 0) {
    counted.failed = 1
    counted.why ??= 'it ran no tests'
  }
  passed += counted.passed
  failed += counted.failed
  const skipped = counted.skipped ? `, ${counted.skipped} skipped` : ''
  const why = counted.why ? ` (${counted.why})` : ''
  lines.push(`${name}: ${counted.passed} passed, ${counted.failed} failed${skipped}${why}`)
}
isSummedUp = true
console.log(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

/** xvfb-run with a server number of its own, or undefined when it is not there. */
function displayCommand() {
  const program = findProgram(['xvfb-run'])
  return program && [program, '-a', '-s', '-screen 0 1600x1000x24']
}

function runCommand(command, env = {}) {
  return new Promise((done) => {
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    passSignals(child)
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })
}

/** The report a suite wrote; undefined when it did not come so far. */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** What ended with a failure that no test carries is a failure too. */
function count(report, code, numbers) {
  if (report === undefined) return { passed: 0, failed: 1, why: 'it could not run' }
  const counted = numbers(report)
  if (code !== 0 && counted.failed === 0)
    return { ...counted, failed: 1, why: 'it ended with a failure outside its tests' }
  return counted
}

async function checkBundle() {
  const { table, faults } = measureBundle(outFolder())
  say(table)
  for (const fault of faults) say(fault)
  return { passed: faults.length === 0 ? 1 : 0, failed: faults.length, why: faults[0] }
}

async function runUnit() {
  const file = join(results, 'unit.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runCommand([process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...reporters])
  return count(readReport(file), code, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter((each) => isBroken(each)).length,
    skipped: report.numPendingTests,
  }))
}

/** A file that failed before any of its tests ran. */
function isBroken({ status, assertionResults }) {
  return status === 'failed' && assertionResults.length === 0
}

async function runPlaywright(project, prefix = []) {
  const file = join(results, `${project}.json`)
  const command = [process.execPath, ...playwright, `--project=${project}`, '--reporter=list,json']
  const output = join(results, project)
  const code = await runCommand([...prefix, ...command, `--output=${output}`], {
    ...(chromium === undefined ? {} : { SAMVERKSTAD_CHROMIUM: chromium }),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    // Playwright's own downloads are not used.
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  })
  return count(readReport(file), code, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    ...(stats.flaky > 0 && { why: `${stats.flaky} passed only the second time` }),
    skipped: stats.skipped,
  }))
}
