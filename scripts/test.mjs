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
    run: (said) => runPlaywright('browser', said),
    wants: (!isBuilt && 'the build failed') || (!chromium && 'there is no Chromium on this machine') || true,
  },
  {
    name: 'electron',
    // Its one worker waits for most of its time.
    isBesidePrevious: true,
    run: (said) => runPlaywright('electron', said, display),
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
for (const side of sideBySide(suites.filter(({ name }) => only.length === 0 || only.includes(name)))) {
  // Only the first may speak meanwhile, lest their lines mix.
  const running = side.map((suite, at) => runSuite(suite, at === 0 ? undefined : []))
  for (const suite of running) addUp(await suite)
}
isSummedUp = true
console.log(`\n${lines.join('\n')}\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

/** The suites in lists of those that run at one time. */
function sideBySide(all) {
  const sides = []
  for (const suite of all)
    if (suite.isBesidePrevious && sides.length > 0) sides.at(-1).push(suite)
    else sides.push([suite])
  return sides
}

/** `said` collects what would be shown. */
async function runSuite({ name, run, wants }, said) {
  const title = `\n── ${name} ──`
  if (said) said.push(`${title}\n`)
  else say(title)
  const counted = wants === true ? await run(said) : { passed: 0, failed: 1, why: wants }
  if (counted.passed + counted.failed === 0) {
    counted.failed = 1
    counted.why ??= 'it ran no tests'
  }
  return { name, said, counted }
}

/** Shows what was collected, and counts. */
function addUp({ name, said, counted }) {
  for (const part of said ?? []) process.stderr.write(part)
  passed += counted.passed
  failed += counted.failed
  const skipped = counted.skipped ? `, ${counted.skipped} skipped` : ''
  const why = counted.why ? ` (${counted.why})` : ''
  lines.push(`${name}: ${counted.passed} passed, ${counted.failed} failed${skipped}${why}`)
}

/** xvfb-run with a server number of its own, or undefined when it is not there. */
function displayCommand() {
  const program = findProgram(['xvfb-run'])
  return program && [program, '-a', '-s', '-screen 0 1600x1000x24']
}

/** Which Chromium the tests start. */
function withChromium() {
  return chromium === undefined ? {} : { SAMVERKSTAD_CHROMIUM: chromium }
}

function runCommand(command, env, said) {
  return new Promise((done) => {
    const output = said ? 'pipe' : 'inherit'
    const child = spawn(command[0], command.slice(1), {
      cwd: root,
      stdio: ['ignore', output, output],
      env: { ...process.env, ...env },
    })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part))
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
  const command = [process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...reporters]
  const code = await runCommand(command, withChromium())
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

async function runPlaywright(project, said, prefix = []) {
  const file = join(results, `${project}.json`)
  const command = [process.execPath, ...playwright, `--project=${project}`, '--reporter=list,json']
  const output = join(results, project)
  const env = {
    ...withChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    // Playwright's own downloads are not used.
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  }
  const code = await runCommand([...prefix, ...command, `--output=${output}`], env, said)
  return count(readReport(file), code, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    ...(stats.flaky > 0 && { why: `${stats.flaky} passed only the second time` }),
    skipped: stats.skipped,
  }))
}
