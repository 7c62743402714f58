// Options from three places: which one weighs most, and what is said about a wrong one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { completeOrder } from './order'
import { readOptions, unknownVariables } from './readOptions'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'samverkstad-options-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileWith = (content: unknown) => {
  const file = join(folder, 'relay.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

test('flags outweigh the environment, and that the file', () => {
  const config = fileWith({ data: 'from-file', port: 1, host: 'file' })
  expect(
    readOptions(['--port', '3', '--config', config], {
      SAMVERKSTAD_PORT: '2',
      SAMVERKSTAD_HOST: 'environment',
    }),
  ).toEqual({ data: join(folder, 'from-file'), port: 3, host: 'environment' })
  expect(readOptions([], { SAMVERKSTAD_CONFIG: config })).toMatchObject({ port: 1, host: 'file' })
  expect(readOptions(['--data', 'x'], { SAMVERKSTAD_PORT: '' })).toEqual({ data: 'x' })
})

test('a wrong option is named as it was given, in one sentence', () => {
  const problem = (argv: string[], environment = {}) => {
    const read = readOptions(argv, environment)
    return typeof read === 'object' && 'problem' in read ? read.problem : undefined
  }
  expect(problem(['--port', 'x'])).toBe('--port must be a whole number from 0 to 65535, not "x".')
  expect(problem([], { SAMVERKSTAD_PORT: '65536' })).toBe(
    'SAMVERKSTAD_PORT must be a whole number from 0 to 65535, not "65536".',
  )
  const config = fileWith({ port: 1.5 })
  expect(problem(['--config', config])).toBe(
    `"port" in ${config} must be a whole number from 0 to 65535, not 1.5.`,
  )
  // Also where it would have been outweighed: it is wrong all the same.
  expect(problem(['--port', '1', '--config', config])).toContain('"port" in')
  expect(problem(['--config', fileWith({ prot: 1 })])).toBe(`"prot" in ${config} is no option.`)
  expect(problem(['--config', fileWith('{"port": ')])).toContain('are not JSON')
  expect(problem(['--config', fileWith([1])])).toContain('must be a JSON object')
  expect(problem(['--config', join(folder, 'none.json')])).toContain('cannot be read')
  expect(problem(['--colour', 'red'])).toContain('--colour')
  for (const argv of [['--data'], ['--data', ''], ['stray']]) expect(problem(argv)).toMatch(/^[^.]+\.$/)
})

test('the file that is shipped is one that the relay takes', () => {
  const shipped = fileURLToPath(new URL('../../docs/hosting/relay.json', import.meta.url))
  const read = readOptions(['--config', shipped], {})
  expect(read).toMatchObject({ data: '/var/lib/samverkstad', trustProxy: ['127.0.0.1', '::1'] })
  expect(completeOrder(read as Exclude<typeof read, 'help' | { problem: string }>)).not.toHaveProperty(
    'problem',
  )
})

test('lists, limits and places are read the same from text and from JSON', () => {
  const config = fileWith({
    trustProxy: ['127.0.0.1', '10.0.0.0/8'],
    limits: { roomBytes: 1000, assetBytes: 5 },
    metricsListen: '[::1]:9475',
  })
  const fromFile = readOptions(['--config', config], {})
  expect(fromFile).toEqual({
    trustProxy: ['127.0.0.1', '10.0.0.0/8'],
    limits: { roomBytes: 1000, assetBytes: 5 },
    metricsListen: { host: '::1', port: 9475 },
  })
  const text = '--trust-proxy 127.0.0.1,10.0.0.0/8 --limits roomBytes=1000 --limits assetBytes=5'
  expect(readOptions(`${text} --metrics-listen [::1]:9475`.split(' '), {})).toEqual(fromFile)
  for (const wrong of [
    '--limits rooms=1',
    '--limits warnPercent=0',
    '--limits warnPercent=101',
    '--limits roomBytes=x',
    '--trust-proxy proxy',
    '--public-url x.se',
  ])
    expect(readOptions(wrong.split(' '), {}), wrong).toHaveProperty('problem')
  expect(completeOrder({ data: 'x', keepDays: 10 })).toHaveProperty('problem')
  expect(completeOrder({ data: 'x', warnDays: 10 })).toHaveProperty('problem')
})

test('a mistyped variable is noticed; those of other programs are left alone', () => {
  const environment = { SAMVERKSTAD_PROT: '1', SAMVERKSTAD_PORT: '1', SAMVERKSTAD_OUT: 'x', HOME: 'y' }
  expect(unknownVariables(environment)).toEqual(['SAMVERKSTAD_PROT'])
})
