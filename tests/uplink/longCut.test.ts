// A real cable that loses everything while both sides edit, with the patience that an uplink has in earnest. Linux lets
// a test have such a cable to itself. `npm run cut` does it for ten minutes.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { makePlace, writeCertificate } from '../hosting/places'
import { bundleRelay } from '../relay/bundledRelay'

const seconds = Number(process.env.SAMVERKSTAD_CUT_SECONDS ?? 30)
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
  `a line that is dead for ${seconds} seconds: nothing is lost, locks and names hold, and everybody is told`,
  { timeout: (seconds + 300) * 1000 },
  async (it) => {
    const reason = whyNot()
    // In CI a machine that cannot do it is a fault to mend; elsewhere it is said, and the tests of a cut in `content` have to do.
    if (reason && !process.env.CI) it.skip(reason)
    expect(reason).toBeUndefined()

    const place = await makePlace()
    try {
      const { cert } = await writeCertificate(place.folder, 'hosted', ['10.99.0.2', '10.98.0.2'])
      const child = spawn(
        alone[0]!,
        [
          ...alone.slice(1),
          process.execPath,
          '--import',
          'tsx',
          'tests/uplink/longCutChild.ts',
          await bundleRelay(),
          place.folder,
          String(seconds),
        ],
        { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_EXTRA_CA_CERTS: cert } },
      )
      let said = ''
      child.stdout.on('data', (text: Buffer) => (said += text))
      const [code] = (await once(child, 'close')) as [number | null]
      expect(code).toBe(0)
      console.log(said.trim())
      const people = ['Astrid facilitator', 'Bo coFacilitator', 'Eva L participant', 'Kim participant']
      expect(JSON.parse(said)).toMatchObject({
        lost: 0,
        differ: 0,
        states: ['cut'],
        peopleHere: people,
        peopleOnline: people,
      })
    } finally {
      await place.remove()
    }
  },
)
