// `npm run bench:abuse`: one attacker against a relay in a process of its own, each attack alone, beside honest people in
// another session.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ownCertificate } from '../../relay/desk/ownCertificate'
import type { PairOrder } from '../../tests/bystanders/bystandersProcess'
import type { Attack, Target } from './abuse/attack'
import { measureAttack, type Measured } from './abuse/measure'
import { membersAttacks } from './abuse/members'
import { strangersAttacks } from './abuse/strangers'
import { useRelay } from './abuse/useRelay'
import { dropBundle } from './relay/bundle'
import { ms, MB } from './relay/row'
import { startOurs } from './relay/servers'

const mostMemory = 16e6
const mostWait = 100

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, help: { type: 'boolean', default: false } },
})
const all = [...strangersAttacks, ...membersAttacks]
const chosen = all.filter(({ name }) => !values.only || values.only.some((each) => name.includes(each)))
if (values.help || chosen.length === 0) {
  console.log(`Usage: npm run bench:abuse -- [--only WORDS]…

Runs each attack alone for some seconds, and prints what the relay keeps for it at the highest (live objects and buffers)
and how long an edit in another session took at the longest, beside the same without attack. Exit code 1 beyond ${mostMemory / 1e6} MB or
${mostWait} ms.

${all.map(({ name }) => `  ${name}`).join('\n')}`)
  process.exit(values.help ? 0 : 2)
}

const dataDir = await mkdtemp(join(tmpdir(), 'samverkstad-abuse-'))
const rows: { attack: Attack; measured: Measured }[] = []
try {
  const { pem } = await ownCertificate(dataDir, ['127.0.0.1'])
  const certificate = join(dataDir, 'certificate.pem')
  await writeFile(certificate, pem, { mode: 0o600 })
  const place = { dataDir: join(dataDir, 'relay') }
  const plain = await startOurs(place)
  const honest = await plain.newSession(2)
  const hostile = await plain.newSession(3)
  await plain.stop()

  const measure = async (attacks: readonly Attack[], options: readonly string[]) => {
    if (attacks.length === 0) return
    const relay = await startOurs({ ...place, options })
    try {
      const url = relay.url.replace('http', 'ws')
      const urlOf = (token: string) => `${url}/sync/${honest.sessionId}/page-one?acks=1&token=${token}`
      const ca = options.length > 0 ? pem : undefined
      const pair: PairOrder = {
        urls: [urlOf(honest.tokens[0]!), urlOf(honest.tokens[1]!)],
        ...(ca && { ca }),
      }
      const target: Target = {
        port: Number(new URL(relay.url).port),
        sessionId: hostile.sessionId,
        tokens: [hostile.tokens[1]!, hostile.tokens[2]!],
      }
      // A relay that nobody has used takes more with the first who do, whoever they are.
      await useRelay(target.port, honest, ca)
      for (const attack of attacks) {
        if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${attack.name}`)
        const measured = await measureAttack(attack, relay, target, pair)
        rows.push({ attack, measured })
        if (process.env.BENCH_VERBOSE) console.error(attack.name, JSON.stringify(measured))
      }
    } finally {
      await relay.stop()
    }
  }
  await measure(
    chosen.filter(({ isEncrypted }) => !isEncrypted),
    [],
  )
  await measure(
    chosen.filter(({ isEncrypted }) => isEncrypted),
    ['--tls-cert', certificate, '--tls-key', certificate],
  )
} finally {
  await dropBundle()
  await rm(dataDir, { recursive: true, force: true })
}

let allHold = true
const lines = rows.map(({ attack, measured: { quiet, attacked, after } }) => {
  const kept = attacked.held - quiet.held
  const holds = kept <= mostMemory && attacked.longest <= mostWait && attacked.problems.length === 0
  allHold &&= holds
  return [
    attack.name,
    MB(Math.max(0, kept)),
    MB(Math.max(0, after.held - quiet.held)),
    MB(Math.max(0, attacked.resident - quiet.resident)),
    ms(attacked.longest),
    ms(quiet.longest),
    holds ? 'holds' : ['BROKEN', ...attacked.problems].join(', '),
  ]
})
const head = ['one attacker', 'kept at most', 'after', 'resident more', 'longest wait', 'without attack', '']
const table = [head, head.map(() => '---'), ...lines]
console.log(`\n${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`)
process.exitCode = allHold ? 0 : 1
