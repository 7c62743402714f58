// The systemd unit, as far as it can be tried without a machine that runs it: read by systemd itself, and weighed.
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePlace, type Place } from './places'

describe.skipIf(process.platform !== 'linux')('the unit', () => {
  let place: Place
  let unit: string
  beforeAll(async () => {
    place = await makePlace()
    const shipped = fileURLToPath(new URL('../../docs/hosting/samverkstad-relay.service', import.meta.url))
    unit = join(place.folder, 'samverkstad-relay.service')
    const text = await readFile(shipped, 'utf8')
    expect(text).toContain('ExecStart=/usr/bin/node ')
    await writeFile(unit, text.replace('ExecStart=/usr/bin/node', `ExecStart=${process.execPath}`))
  })
  afterAll(() => place.remove())

  const analyze = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' })
    return { status, said: stdout + stderr }
  }

  test('systemd understands every line of it', () => {
    const { status, said } = analyze('verify', '--man=no', unit)
    expect(said).not.toContain('samverkstad-relay.service')
    expect(status).toBe(0)
  })

  test('systemd finds little that it exposes: at most 1.5 of 10', () => {
    const { status, said } = analyze('security', '--offline=true', '--no-pager', '--threshold=15', unit)
    expect(said).toMatch(/Overall exposure level for samverkstad-relay.service: [01]\.\d/)
    expect(status).toBe(0)
  })
})
