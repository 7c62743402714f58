// The licences of the project's own packages, and that each rule finds what it is for.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { judgeReport, readReport } from './audit'
import { findLicenceFaults } from './licences'
import { lockShape, readRules, rulesShape, type Rules } from './rules'
import { findShipped } from './shipped'

const root = resolve(fileURLToPath(import.meta.url), '../../..')
const own = readRules(root)

const rulesWith = (changes: Partial<Rules>): Rules =>
  rulesShape.parse({ licences: ['MIT', 'ISC'], exceptions: [], tools: [], accepted: {}, ...changes })
const lockOf = (packages: Record<string, unknown>) => lockShape.parse({ packages: { '': {}, ...packages } })
const faultsIn = (packages: Record<string, unknown>, rules = rulesWith({}), installed?: string) =>
  findLicenceFaults(
    lockOf(packages),
    rules,
    () => installed,
    () => false,
  )

test('every package stands under a licence that is allowed, or is named with the reason', () => {
  expect(Object.keys(own.lock.packages).length).toBeGreaterThan(500)
  const isThere = (path: string) => existsSync(resolve(root, path))
  expect(findLicenceFaults(own.lock, own.rules, () => undefined, isThere)).toEqual([])
})

test('a licence that is not allowed, missing, or another than the package says is found', () => {
  expect(faultsIn({ 'node_modules/a': { license: 'MIT' } })).toEqual([])
  expect(faultsIn({ 'node_modules/@b/a': { license: 'GPL-3.0-only' } })).toEqual([
    '@b/a stands under GPL-3.0-only, which is not allowed.',
  ])
  expect(faultsIn({ 'node_modules/a': {} })).toEqual(['a names no licence.'])
  expect(faultsIn({ 'node_modules/a': { license: 'MIT' } }, rulesWith({}), 'GPL-2.0')).toHaveLength(1)
})

test('of several licences one may be chosen, or all of them hold', () => {
  const faults = (license: string) => faultsIn({ 'node_modules/a': { license } }).length
  expect(faults('(GPL-3.0 OR MIT)')).toBe(0)
  expect(faults('MIT AND ISC')).toBe(0)
  expect(faults('MIT AND GPL-3.0')).toBe(1)
})

test('an exception holds for its package and version alone, wants its text, and is told when nothing needs it', () => {
  const reason = 'because it is so in this test'
  const exception = { licence: 'Odd', packages: ['a'], version: '1.0.0', reason, text: 'a.md' }
  const rules = rulesWith({ exceptions: [exception] })
  const faults = (name: string, version: string) =>
    faultsIn({ [`node_modules/${name}`]: { license: 'Odd', version } }, rules)
  expect(faults('a', '1.0.0')).toEqual(["The licence's text is missing: a.md."])
  expect(faults('a', '2.0.0')[0]).toContain('is not 1.0.0')
  expect(faults('b', '1.0.0')).toHaveLength(3)
})

test('shipped is what runs or is built into pages, with all it needs, and no tool', () => {
  const shipped = findShipped(own.lock, own.rules)
  for (const name of ['yjs', 'lib0', 'ws', 'react', 'tldraw', '@tldraw/editor', 'electron', 'fastify'])
    expect(shipped, name).toContain(`node_modules/${name}`)
  for (const name of ['vitest', 'electron-builder', 'oxlint', 'rollup'])
    expect(shipped, name).not.toContain(`node_modules/${name}`)
  // A tool that is gone must not stand in the rules.
  const { dependencies, devDependencies } = own.lock.packages['']!
  expect(own.rules.tools.filter((name) => !(name in devDependencies))).toEqual([])
  expect(own.rules.tools.filter((name) => name in dependencies)).toEqual([])
})

/** As `npm audit --json` writes it, shortened. */
const advisory = {
  title: 'Prototype pollution',
  url: 'https://github.com/advisories/GHSA-1',
  severity: 'high',
}
const reportWith = (severity: string) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      deep: { name: 'deep', severity, via: [{ ...advisory, severity }], nodes: ['node_modules/deep'] },
      direct: { name: 'direct', severity, via: ['deep'], nodes: ['node_modules/direct'] },
    },
    metadata: {},
  })

test('a high or critical vulnerability in what is shipped is a fault; the others are told', () => {
  const judge = (severity: string, shipped: string[], rules = rulesWith({})) => {
    const { faults, remarks } = judgeReport(readReport(reportWith(severity))!, new Set(shipped), rules)
    return [faults.length, remarks.length]
  }
  expect(judge('high', ['node_modules/deep'])).toEqual([1, 0])
  expect(judge('critical', ['node_modules/deep'])).toEqual([1, 0])
  expect(judge('moderate', ['node_modules/deep'])).toEqual([0, 1])
  expect(judge('critical', ['node_modules/other'])).toEqual([0, 1])
  const accepted = { [advisory.url]: 'the function in question is never called' }
  expect(judge('high', ['node_modules/deep'], rulesWith({ accepted }))).toEqual([0, 1])
})

test('an answer that is no report counts as none', () => {
  expect(readReport('')).toBeUndefined()
  expect(readReport('{"message":"405 Method Not Allowed","method":"POST","error":{}}')).toBeUndefined()
})
