// The whole of it on real interfaces: a laptop with wifi, cable and a container network, and somebody at the end of
// each. Linux lets a test have such networks to itself, mostly also without being root.
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const isRoot = process.getuid?.() === 0
const alone = ['unshare', ...(isRoot ? [] : ['--user', '--map-root-user']), '--net']

/** Why this computer cannot have a network of its own; undefined when it can. */
function whyNot(): string | undefined {
  if (process.platform !== 'linux') return 'only Linux has network namespaces'
  const tried = spawnSync(alone[0]!, [...alone.slice(1), 'ip', 'link', 'add', 'x0', 'type', 'veth'], {
    encoding: 'utf8',
  })
  return tried.status === 0 ? undefined : `no namespace of one’s own: ${tried.error?.message ?? tried.stderr}`
}

test(
  'wifi, cable and a container network: who gets in, under which name, and after moving',
  { timeout: 180_000 },
  (it) => {
    const reason = whyNot()
    // In CI a machine that cannot do it is a fault to mend; elsewhere it is said, and the loopback tests have to do.
    if (reason && !process.env.CI) it.skip(reason)
    expect(reason).toBeUndefined()

    const ran = spawnSync(
      alone[0]!,
      [...alone.slice(1), process.execPath, '--import', 'tsx', 'tests/room/realNetworksChild.ts'],
      { encoding: 'utf8', timeout: 170_000 },
    )
    expect(ran.stderr).toBe('')
    const found = JSON.parse(ran.stdout) as Record<string, unknown>
    const ok = { status: 200 }

    expect(found.addresses).toMatchObject([
      { interface: 'wlan0', shortUrl: 'http://192.168.50.1:4747' },
      { interface: 'eth0', shortUrl: 'http://10.20.0.1:4747' },
    ])
    expect(found.status).toMatchObject({ addresses: [{ kind: 'wifi' }, { kind: 'cable' }] })
    expect(found.phone, 'the phone on the wifi').toEqual({
      named: ['192.168.50.1'],
      namedDirectly: ['192.168.50.1'],
      pages: [ok],
    })
    expect(found.desktop, 'a computer on the cable hears the address of the cable').toEqual({
      named: ['10.20.0.1'],
      namedDirectly: ['10.20.0.1'],
      pages: [ok],
    })
    expect(found.container, 'what runs in a container hears and reaches nothing').toEqual({
      named: [],
      namedDirectly: [],
      pages: [{ problem: 'ECONNREFUSED' }],
    })
    expect(found.reached).toBe(2)

    const { status, phone } = found.moved as {
      status: { encryption: { fingerprint: string } }
      phone: unknown
    }
    expect(status).toMatchObject({ addresses: [{ address: '192.168.60.1' }, { address: '10.20.0.1' }] })
    expect(phone, 'the phone on the new wifi, encrypted').toEqual({
      named: ['192.168.60.1'],
      namedDirectly: ['192.168.60.1'],
      pages: [{ status: 200, fingerprint: status.encryption.fingerprint }],
    })
    expect(found.closed, 'after the door is shut').toEqual({
      phone: { named: [], namedDirectly: [], pages: [{ problem: 'ECONNREFUSED' }] },
    })
  },
)
