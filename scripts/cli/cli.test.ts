import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBoard } from '../../shared/document/whiteboard'
import { openPage } from '../../relay/library/sessionContent'
import { readSessionFile } from '../../relay/library/readSessionFile'

const program = resolve('scripts/cli.mjs')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samverkstad-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs in a folder of its own, as somebody who stands elsewhere does. */
function start(...args: string[]): ChildProcessWithoutNullStreams {
  const { npm_lifecycle_event: _event, ...env } = process.env
  return spawn(process.execPath, [program, ...args], { cwd: folder, env })
}

function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(...args)
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return new Promise((done) => child.on('exit', (code) => done({ code, out, err })))
}

const oneSentence = /^[^\n]+\n$/

test('demo writes a whole session file where the person stands, with the same content each time', async () => {
  expect(await run('demo', 'one.samverk')).toEqual({ code: 0, out: '', err: '' })
  expect((await run('demo', 'two.samverk')).code).toBe(0)
  const contents = await Promise.all(
    ['one.samverk', 'two.samverk'].map(async (name) => {
      const read = await readSessionFile(await readFile(join(folder, name)), 'x')
      if (read.kind !== 'opened') throw new Error(read.kind)
      expect(read.problems).toEqual([])
      const records = readBoard(openPage(read.content, 'demo-wall')!)
      return records.sort((a, b) => (a.id < b.id ? -1 : 1))
    }),
  )
  expect(contents[0]).toEqual(contents[1])
  expect(contents[0]!.filter((record) => record.type === 'note').length).toBeGreaterThanOrEqual(30)
})

test.each([
  [[], 2],
  [['nonsense'], 2],
  [['toString'], 2],
  [['demo'], 2],
  [['demo', '--bad'], 2],
  [['demo', 'out.pdf'], 2],
  [['demo', 'missing/out.samverk'], 1],
  [['web', '--data', 'd', '--port', '70000'], 2],
  [['web', '--data', 'd', '--pages', 'nowhere'], 1],
  [['relay', '--port', '1'], 2],
] as const)('%j ends with %i and says why', async (args, code) => {
  const ended = await run(...args)
  expect(ended.code).toBe(code)
  expect(ended.out).toBe('')
  if (args.length > 0) expect(ended.err).toMatch(oneSentence)
})

test.each(['', 'check', 'demo', 'export', 'relay', 'web', 'financing', 'impact'])(
  '%s --help',
  async (command) => {
    const ended = await run(...(command ? [command, '--help'] : ['--help']))
    expect(ended).toMatchObject({ code: 0, err: '' })
    expect(ended.out).toContain('Usage:')
  },
)

test('web prints one address with the key, serves it, and stops in good order', async () => {
  for (const page of ['facilitator', 'guest']) {
    await mkdir(join(folder, 'pages', page), { recursive: true })
    await writeFile(join(folder, 'pages', page, 'index.html'), `<title>${page}</title>`)
  }
  const child = start('web', '--data', 'sessions', '--no-open', '--pages', 'pages')
  const line = await new Promise<string>((done) =>
    child.stdout.once('data', (chunk: Buffer) => done(chunk.toString())),
  )
  const [, address, key] =
    /^Samverkstad: (http:\/\/127\.0\.0\.1:\d+\/facilitator\/)#key=(\S+)\n$/.exec(line) ?? []
  expect(await (await fetch(address!)).text()).toContain('facilitator')
  const list = await fetch(new URL('/api/library', address), { headers: { authorization: `Bearer ${key}` } })
  expect(await list.json()).toHaveLength(1)
  const second = await run('web', '--data', 'sessions', '--no-open', '--pages', 'pages')
  expect(second).toMatchObject({ code: 1, out: '' })
  expect(second.err).toMatch(/already runs/)
  const ended = new Promise((done) => child.on('exit', (code) => done(code)))
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})
