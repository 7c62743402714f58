// The commands that compute, as a person at the command line meets them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import financingExample from '../../tests/fixtures/domain/financing-example.json'
import impactExample from '../../tests/fixtures/domain/impact-example.json'
import { runFinancingCommand } from './financing'
import { runImpactCommand } from './impact'

const fixtures = 'tests/fixtures/domain'
let folder: string
let printed: string
let complained: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-cli-'))
  printed = complained = ''
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((printed += String(text)), true))
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((complained += String(text)), true))
})

afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

async function file(content: unknown): Promise<string> {
  const path = join(folder, 'input.json')
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('financing prints the same for the example file and for its input alone', async () => {
  expect(await runFinancingCommand([`${fixtures}/financing-example.json`])).toBe(0)
  expect(JSON.parse(printed)).toEqual(financingExample.expected)
  printed = ''
  expect(await runFinancingCommand([await file(financingExample.input)])).toBe(0)
  expect(JSON.parse(printed)).toEqual(financingExample.expected)
})

test('impact prints each case as of a day', async () => {
  for (const { input, asOf, expected } of impactExample.cases) {
    printed = ''
    expect(await runImpactCommand([await file(input), '--as-of', asOf])).toBe(0)
    expect(JSON.parse(printed)).toEqual(expected)
  }
})

test('impact shows the first case of a file with several, or the one asked for', async () => {
  const path = `${fixtures}/impact-example.json`
  expect(await runImpactCommand([path, '--as-of', '2027-10-31'])).toBe(0)
  expect(JSON.parse(printed)).toEqual(impactExample.cases[0]!.expected)
  expect(complained).toContain('--case')
  printed = ''
  expect(await runImpactCommand([path, '--case=orphans'])).toBe(0)
  expect(JSON.parse(printed)).toEqual(impactExample.cases.find((each) => each.name === 'orphans')!.expected)
  expect(await runImpactCommand([path, '--case=nobody'])).toBe(2)
})

test('impact --sroi prints the social return', async () => {
  expect(await runImpactCommand([`${fixtures}/impact-example.json`, '--sroi'])).toBe(0)
  expect(JSON.parse(printed)).toEqual(impactExample.sroi.expected)
})

test('input that cannot be computed names its field and ends with 1', async () => {
  const input = { ...financingExample.input, openingCash: 'much' }
  expect(await runFinancingCommand([await file(input)])).toBe(1)
  expect(JSON.parse(printed)).toMatchObject({ kind: 'invalidInput', field: 'openingCash' })
  expect(complained).toBe('openingCash must be a number.\n')
  expect(await runImpactCommand([await file({}), '--as-of', 'today'])).toBe(1)
})

test('help says how', async () => {
  expect(await runFinancingCommand(['--help'])).toBe(0)
  expect(await runImpactCommand(['-h'])).toBe(0)
  expect(printed).toContain('Usage: financing INPUT.json')
  expect(printed).toContain('--as-of')
})

test('a wrong command line ends with 2, a file that cannot be read with 1, and neither prints figures', async () => {
  expect(await runFinancingCommand([])).toBe(2)
  expect(await runFinancingCommand(['a', 'b'])).toBe(2)
  expect(await runFinancingCommand(['--what'])).toBe(2)
  expect(await runImpactCommand([])).toBe(2)
  expect(await runFinancingCommand([join(folder, 'none.json')])).toBe(1)
  expect(await runFinancingCommand([await file('{')])).toBe(1)
  expect(printed).toBe('')
  expect(complained).toContain('is not JSON.')
})
