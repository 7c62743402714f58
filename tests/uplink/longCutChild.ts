// Runs alone in a network namespace of its own: a desk, and over a cable a hosted relay in another namespace, with guests
// who reach it by a cable of their own. The desk's cable then loses every packet for as long as one wants, while both
// sides edit. `longCutChild RELAY FOLDER SECONDS`; prints what happened as one JSON line.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { joined } from '../../shared/relay/api'
import { onlineInvited } from '../../shared/relay/online'
import { pause, until } from '../relay/harness'
import { enter, enterToWrite, onlineIds, openSharingDesk, presentTo, type Writer } from './online'

const [program, folder, seconds] = process.argv.slice(2)
const port = 4750
const cable = { desk: '10.99.0.1', hosted: '10.99.0.2' }
const guestsCable = { guests: '10.98.0.1', hosted: '10.98.0.2' }
/** Nobody on the cable has it: what is sent there is lost without a word. */
const nowhere = '02:00:00:00:00:99'

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' })
const ip = (line: string) => run('ip', ...line.split(' '))

// Ends by itself when this program does, however it ends.
const there = spawn('unshare', ['--net', 'cat'], { stdio: ['pipe', 'ignore', 'inherit'] })
const outside = run('readlink', '/proc/self/ns/net')
while (run('readlink', `/proc/${there.pid}/ns/net`) === outside) run('sleep', '0.02')
const into = ['-t', String(there.pid), '-n']
const ipThere = (line: string) => run('nsenter', ...into, 'ip', ...line.split(' '))

function lay(name: string, ours: string, theirs: string): void {
  ip(`link add ${name} type veth peer name ${name} netns ${there.pid}`)
  ip(`addr add ${ours}/24 dev ${name}`)
  ip(`link set ${name} up`)
  ipThere(`addr add ${theirs}/24 dev ${name}`)
  ipThere(`link set ${name} up`)
}
const cut = () => {
  ip(`neigh replace ${cable.hosted} lladdr ${nowhere} dev cable nud permanent`)
  ipThere(`neigh replace ${cable.desk} lladdr ${nowhere} dev cable nud permanent`)
}
const heal = () => {
  ip(`neigh del ${cable.hosted} dev cable`)
  ipThere(`neigh del ${cable.desk} dev cable`)
}

ip('link set lo up')
ipThere('link set lo up')
lay('cable', cable.desk, cable.hosted)
lay('guests', guestsCable.guests, guestsCable.hosted)

const args = ['--data', join(folder!, 'data'), '--host', '0.0.0.0', '--port', String(port)]
const tls = ['--tls-cert', join(folder!, 'hosted.crt'), '--tls-key', join(folder!, 'hosted.key')]
const publicUrl = ['--public-url', `https://${cable.hosted}:${port}`, '--log-level', 'error']
const hosted = spawn('nsenter', [...into, process.execPath, program!, ...args, ...tls, ...publicUrl], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
await once(hosted.stdout, 'data')
const key = (await readFile(join(folder!, 'data/key'), 'utf8')).trim()
const desk = await openSharingDesk(`https://${cable.hosted}:${port}`, key)
const hostedUrl = `https://${guestsCable.hosted}:${port}`
const writers: Writer[] = []

/** Comes in online, by a link that the desk's leader made. */
async function comeOnline(sessionId: string, role: 'participant' | 'coFacilitator', name: string) {
  const made = await desk.ask('POST', `/api/online/sessions/${sessionId}/invites`, { role })
  const { url } = onlineInvited.parse(made.json)
  const secret = /=([^=]+)$/.exec(url)![1]
  const answer = await askOnline('POST', '/api/join', '', { secret, name })
  return joined.parse(answer)
}
async function askOnline(method: string, path: string, token: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(hostedUrl + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return answer.status === 204 ? undefined : answer.json()
}
async function keysOf(url: string, id: string, room: string, token: string): Promise<string[]> {
  const hand = await enter(url, id, room, token)
  hand.socket.terminate()
  return [...hand.doc.getMap('map').keys()].toSorted()
}
const since = (begun: number) => Math.round((performance.now() - begun) / 100) / 10

try {
  const sessionId = await desk.newSession()
  await desk.share(sessionId)
  await desk.reached(sessionId)
  const { onlineId } = await onlineIds(desk)
  const { sessions } = desk.desk.relay
  const kim = await sessions.mintToken(sessionId, 'participant', 'Kim')
  const eva = await comeOnline(sessionId, 'participant', 'Eva')
  const bo = await comeOnline(sessionId, 'coFacilitator', 'Bo')
  const write = async (url: string, id: string, token: string, room: string) => {
    const writer = await enterToWrite(url, id, room, token)
    writers.push(writer)
    return writer
  }
  const [kimOne, kimThree] = [
    await write(desk.desk.url, sessionId, kim.token, 'page-one'),
    await write(desk.desk.url, sessionId, kim.token, 'page-three'),
  ]
  const [evaOne, evaTwo] = [
    await write(hostedUrl, onlineId, eva.token, 'page-one'),
    await write(hostedUrl, onlineId, eva.token, 'page-two'),
  ]
  kimOne.sendAwareness([{ clientId: 1, clock: 1, json: '{}' }])
  evaOne.sendAwareness([{ clientId: 2, clock: 1, json: '{}' }])
  const sees = (writer: Writer, name: string) => presentTo(writer).some(({ user }) => user.name === name)
  for (const [at, writer] of [kimOne, kimThree, evaOne, evaTwo].entries()) writer.write(`before ${at}`)
  await until(() => sees(evaOne, 'Kim') && sees(kimOne, 'Eva'), 'they see each other', 30_000)
  await desk.reached(sessionId)
  const stateOf = async () => (await desk.state(sessionId))?.state.kind

  let isOver = false
  let areLocked = false
  let made = writers.length
  // All along: also before anybody knows that the line is dead, and while it catches up.
  const editing = (async () => {
    for (let edit = 0; !isOver; edit++) {
      kimOne.write(`kim ${edit}`)
      evaOne.write(`eva ${edit}`)
      if (!areLocked) {
        kimThree.write(`kim three ${edit}`)
        evaTwo.write(`eva two ${edit}`)
      }
      made += areLocked ? 2 : 4
      await pause(250)
    }
  })()
  await pause(1000)

  cut()
  const cutAt = performance.now()
  await until(async () => (await stateOf()) === 'cut', 'the desk says that the line is cut', 60_000)
  const toldAfter = since(cutAt)
  await until(() => !sees(evaOne, 'Kim') && !sees(kimOne, 'Eva'), 'nobody is shown who is gone', 120_000)
  const goneAfter = since(cutAt)
  const states = new Set<string | undefined>()
  const watch = async (share: number) => {
    const end =
      performance.now() + Math.max(1000, share * (Number(seconds) * 1000 - performance.now() + cutAt))
    for (; performance.now() < end; await pause(250)) states.add(await stateOf())
  }
  await watch(0.5)
  // Each side locks a page on which, as it cannot know, the other side still writes.
  await sessions.setLock(sessionId, 'page-two', true)
  const locks = `/api/sessions/${onlineId}/locks`
  await askOnline('PUT', locks, bo.token, { room: 'page-three', locked: true })
  const member = `/api/sessions/${onlineId}/members/${eva.memberId}`
  await askOnline('PATCH', member, bo.token, { name: 'Eva L' })
  await watch(1)
  const cutFor = since(cutAt)

  // What is sent after a lock is known is refused.
  areLocked = true
  heal()
  const healedAt = performance.now()
  await until(async () => (await stateOf()) === 'online', 'the desk is online again', 120_000)
  const onlineAfter = since(healedAt)
  isOver = true
  await editing
  const acked = () => writers.reduce((sum, writer) => sum + writer.acked(), 0)
  await until(() => acked() === made, 'each side has saved everything', 30_000)
  await desk.reached(sessionId)
  const reachedAfter = since(healedAt)
  await until(() => kimThree.rights()?.canWrite === false, 'Bo’s lock holds at the desk', 60_000)
  await until(() => evaTwo.rights()?.canWrite === false, 'the desk’s lock holds online', 60_000)
  await until(() => sees(evaOne, 'Kim') && sees(kimOne, 'Eva L'), 'they see each other again', 60_000)

  const safe: Record<string, string[]> = {
    'page-one': [...kimOne.safe(), ...evaOne.safe()],
    'page-two': evaTwo.safe(),
    'page-three': kimThree.safe(),
  }
  let lost = 0
  let differ = 0
  for (const [room, keys] of Object.entries(safe)) {
    const [here, online] = [
      await keysOf(desk.desk.url, sessionId, room, kim.token),
      await keysOf(hostedUrl, onlineId, room, eva.token),
    ]
    lost += keys.filter((each) => !here.includes(each) || !online.includes(each)).length
    if (here.join() !== online.join()) differ++
  }
  const people = z.array(z.object({ name: z.string(), role: z.string() }))
  const named = (list: unknown) =>
    people
      .parse(list)
      .map(({ name, role }) => `${name} ${role}`)
      .toSorted()
  process.stdout.write(
    `${JSON.stringify({
      cutFor,
      toldAfter,
      goneAfter,
      states: [...states],
      saved: Object.values(safe).reduce((sum, { length }) => sum + length, 0),
      lost,
      differ,
      onlineAfter,
      reachedAfter,
      peopleHere: named(await desk.desk.relay.people.list(sessionId)),
      peopleOnline: named(await askOnline('GET', `/api/sessions/${onlineId}/members`, bo.token)),
    })}\n`,
  )
} finally {
  for (const { socket } of writers) socket.terminate()
  await desk.end()
  hosted.kill()
  there.kill()
}
