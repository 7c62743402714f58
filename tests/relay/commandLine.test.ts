// The command by itself: help, wrong use, running, a second one on the same data, an orderly end.
import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleRelay } from './bundledRelay'
import { startChildRelay } from './childRelay'
import { connectByHand } from './harness'

let dataDir: string
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-command-'))
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

const run = async (...args: string[]) => {
  const child = spawn(process.execPath, [await bundleRelay(), ...args])
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += text))
  child.stderr.on('data', (text: Buffer) => (err += text))
  const code = await new Promise((resolve) => child.once('exit', resolve))
  return { code, out, err }
}

test('--help explains; wrong use is one sentence and exit code 2', async () => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--key-file'), err: '' })
  for (const args of [
    [],
    ['--data'],
    ['--data', dataDir, '--port', 'x'],
    ['--data', dataDir, '--colour', 'red'],
  ]) {
    const { code, out, err } = await run(...args)
    expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
  }
})

test('it runs, keeps its key to itself, refuses a second one on its data, and ends in order', async () => {
  const relay = await startChildRelay(dataDir)
  expect((await stat(join(dataDir, 'key'))).mode & 0o077).toBe(0)
  const answer = await fetch(`${relay.url}/api/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${relay.key}` },
  })
  const { sessionId, token } = (await answer.json()) as { sessionId: string; token: string }
  const hand = connectByHand({ url: relay.url, sessionId, token, room: 'control' })
  await hand.opened

  const second = await run('--data', dataDir, '--port', '0')
  expect(second).toMatchObject({ code: 1, err: `Another relay already uses ${dataDir}.\n` })
  const taken = await run('--data', join(dataDir, 'other'), '--port', new URL(relay.url).port)
  expect(taken.code).toBe(1)
  expect(taken.err).toContain('is already in use.')

  const [code, closed] = await Promise.all([relay.stop(), hand.closed])
  expect(code).toBe(0)
  expect(closed).toEqual({ code: 4501, reason: 'restarting' })
})
