// The relay as one folder, far from the project: it runs with Node alone, serves guests, and does its other work.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectByHand, oneEdit, until } from '../relay/harness'
import { ask, openSession } from './ask'
import { makePlace, type Place } from './places'

let place: Place
let bundle: string
beforeAll(async () => {
  place = await makePlace()
  // Where the build would have put its pages.
  await mkdir(join(place.folder, 'out'))
  await rename(place.pages, join(place.folder, 'out/renderer'))
  bundle = join(place.folder, 'samverkstad-relay')
  const script = fileURLToPath(new URL('../../scripts/bundleRelay.mjs', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [script, '--no-build', '--output', bundle], {
    env: { ...process.env, SAMVERKSTAD_OUT: join(place.folder, 'out') },
    encoding: 'utf8',
  })
  expect(stderr).toContain('The relay is in')
  expect(status).toBe(0)
}, 120_000)
afterAll(() => place.remove())

/** As on a machine that has Node and nothing else, from another folder. */
const run = (...args: string[]) =>
  spawn(process.execPath, [join(bundle, 'relay.js'), ...args], {
    cwd: '/',
    env: {},
    stdio: ['ignore', 'pipe', 'pipe'],
  })

test('it runs on the options in its file, serves guests, saves, and ends in order', async () => {
  const data = join(place.folder, 'data')
  const config = join(place.folder, 'relay.json')
  // The paths count from the file's folder.
  await writeFile(config, JSON.stringify({ data: 'data', keyFile: 'secret/key', port: 0, logLevel: 'warn' }))
  const relay = run('--config', config)
  let [said, log] = ['', '']
  relay.stdout.on('data', (text: Buffer) => (said += text))
  relay.stderr.on('data', (text: Buffer) => (log += text))
  const gone = new Promise((resolve) => relay.once('exit', resolve))
  try {
    await until(() => /Relay at \S+,/.test(said) || log !== '', 'it listens', 60_000)
    expect(log).toBe('')
    const url = /Relay at (\S+),/.exec(said)![1]!
    expect((await ask(`${url}/`)).text).toContain('<title>guest')
    expect((await ask(`${url}/assets/app-Ab12_-zz.js`)).status).toBe(200)
    expect((await ask(`${url}/facilitator/`)).status).toBe(404)
    const at = await openSession(url, (await readFile(join(place.folder, 'secret/key'), 'utf8')).trim())
    const hand = connectByHand({ url, ...at, room: 'page-a' })
    await hand.opened
    // Enough for the merge worker, which is a file of its own.
    for (let edit = 0; edit < 60; edit++) hand.sendUpdate(oneEdit(`k${edit}`, 'x'.repeat(1000)))
    await until(() => hand.acked() === 60, 'all is saved', 30_000)

    const out = join(place.folder, 'relay.backup')
    const backup = run('backup', '--data', data, '--out', out)
    expect(await new Promise((resolve) => backup.once('exit', resolve))).toBe(0)
    expect(existsSync(out)).toBe(true)
    relay.kill('SIGTERM')
    expect(await gone).toBe(0)
    expect(log).toBe('')
  } finally {
    relay.kill('SIGKILL')
  }
  const verify = run('verify', data)
  expect(await new Promise((resolve) => verify.once('exit', resolve))).toBe(0)
})

test('it carries what an operator needs, licences included, and no page of the facilitator', async () => {
  for (const file of [
    'hosting.md',
    'data-protection.md',
    'hosting/samverkstad-relay.service',
    'hosting/relay.json',
    'licences/tldraw-3.15.md',
    'LICENSE',
  ])
    expect(existsSync(join(bundle, file)), file).toBe(true)
  expect(existsSync(join(bundle, 'pages/facilitator'))).toBe(false)
  const licences = await readFile(join(bundle, 'licences/libraries.txt'), 'utf8')
  for (const library of ['fastify', 'ws', 'yjs', 'classic-level', 'pino', 'zod'])
    expect(licences).toMatch(new RegExp(`^${library} \\d`, 'm'))
})

test('what several relays need is in it too', () => {
  const env = {
    SAMVERKSTAD_REDIS: 'redis://127.0.0.1:1',
    SAMVERKSTAD_POSTGRES: 'postgres://127.0.0.1:1/none',
  }
  const data = join(place.folder, 'shared')
  const { status, stderr } = spawnSync(process.execPath, [join(bundle, 'relay.js'), '--data', data], {
    cwd: '/',
    env,
    encoding: 'utf8',
  })
  expect(stderr).toMatch(/^Postgres cannot be used: .*ECONNREFUSED.*$/m)
  expect(status).toBe(1)
})
