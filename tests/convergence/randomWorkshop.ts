// One workshop of random edits, lost connections, reloads, locks, mutes and changed roles; in the end everybody must have the
// same, nothing acknowledged may be missing, and nothing that was refused may be seen by anybody else.
import * as Y from 'yjs'
import { createdSession, invited, joined } from '../../shared/relay/api'
import type { Role } from '../../shared/relay/roles'
import { connectByHand, oneEdit, pause, until } from '../relay/harness'
import { roomNames, type EditedRoom } from './editRoom'
import { marksIn, openMemberPage, type Admission, type MemberPage } from './memberPage'
import { randomOf, type Random } from './random'

/** The relays of a run; whoever calls may kill and restart them meanwhile. */
export interface Relays {
  key: string
  /** Addresses, one for each relay; they stay the same over a restart. */
  urls: readonly string[]
}

export interface WorkshopResult {
  edits: number
  acknowledged: number
  refused: number
  /** So long (ms) it took at the end until everything was saved. */
  settledAfter: number
}

const steps = 60

/** Somebody may not write, somewhere, from a moment (ms since 1970) on; and what was written all the same. */
interface Stop {
  from: number
  marks: string[]
}

/** Throws what went wrong. Takes about two seconds. */
export async function holdRandomWorkshop(seed: number, relays: Relays): Promise<WorkshopResult> {
  const random = randomOf(seed)
  const anyUrl = () => random.pick(relays.urls)!
  const ask = patientApi(anyUrl)
  const leader = await startSession(ask, relays.key)
  const people = [leader, await join(ask, leader, 'participant'), await join(ask, leader, 'participant')]
  const forger = await join(ask, leader, 'observer')
  const pages: { by: Admission; page: MemberPage }[] = []
  const rooms = chooseRooms(random)
  for (const by of people)
    for (const name of rooms)
      if (by === leader || name !== 'control') pages.push({ by, page: openMemberPage(name, by, anyUrl()) })
  const pagesOf = (by: Admission) => pages.filter((each) => each.by === by).map(({ page }) => page)

  let edits = 0
  let refused = 0
  /** Who and what is stopped just now, each with what was written against it: nobody else may see that meanwhile. */
  const lockedRooms = new Map<EditedRoom, Stop>()
  const stoppedPeople = new Map<Admission, Stop>()
  // The relay that is asked acts before it answers; the others hear of it within a second.
  const holdsAfter = relays.urls.length > 1 ? 1000 : 0
  const newStop = (): Stop => ({ from: Date.now() + holdsAfter, marks: [] })
  const noteIn = (stop: Stop | undefined, mark: string) => {
    if (stop && Date.now() >= stop.from) stop.marks.push(mark)
  }
  const checkUnseen = (why: string, marks: readonly string[]) => {
    const leaked = marks.filter((mark) => pagesOf(leader).some((page) => marksIn(page.doc()).has(mark)))
    if (leaked.length > 0) throw new Error(`${why}, and yet others see ${leaked.join(', ')}`)
  }
  const forge = async () => {
    const name = random.pick(rooms)!
    const hand = connectByHand({
      url: anyUrl(),
      sessionId: forger.sessionId,
      room: name,
      token: forger.token,
    })
    await Promise.race([hand.opened, hand.closed, pause(1000)])
    if (hand.socket.readyState === hand.socket.OPEN) {
      hand.sendUpdate(oneEdit(`forged.${refused++}`, 1))
      await Promise.race([hand.closed, pause(300)])
    }
    hand.socket.terminate()
  }
  const setLock = (room: EditedRoom, locked: boolean) =>
    ask('PUT', `/api/sessions/${leader.sessionId}/locks`, leader.token, { room, locked })
  const changeLock = async () => {
    const name = random.pick(rooms.filter((each) => each.startsWith('page-')))
    if (!name) return
    const had = lockedRooms.get(name)
    if (had) {
      checkUnseen(`${name} is locked`, had.marks)
      lockedRooms.delete(name)
    }
    await setLock(name, !had)
    if (!had) lockedRooms.set(name, newStop())
  }
  const setStanding = ({ self }: Admission, standing: { role?: Role; isMuted?: boolean }) =>
    ask('PATCH', `/api/sessions/${leader.sessionId}/members/${self.memberId}`, leader.token, standing)
  const changeStanding = async () => {
    const person = random.pick(people.filter((each) => each !== leader))!
    const had = stoppedPeople.get(person)
    if (had) {
      checkUnseen('they may not write', had.marks)
      stoppedPeople.delete(person)
      await setStanding(person, { role: 'participant', isMuted: false })
    } else {
      await setStanding(person, random.chance(0.5) ? { role: 'observer' } : { isMuted: true })
      stoppedPeople.set(person, newStop())
    }
  }

  try {
    for (let step = 0; step < steps; step++) {
      const { by, page } = random.pick(pages)!
      const act = random.below(100)
      if (act < 70) {
        // An honest page stops when it is told; sometimes a letter is under way already.
        if (page.canWrite() || random.chance(0.05)) {
          const mark = page.edit(random)
          edits++
          if (by !== leader) noteIn(lockedRooms.get(page.name), mark)
          noteIn(stoppedPeople.get(by), mark)
        }
      } else if (act < 78) page.setOnline(false)
      else if (act < 86) page.setOnline(true)
      else if (act < 91) page.reload(anyUrl())
      else if (act < 94) await changeLock()
      else if (act < 97) await changeStanding()
      else await forge()
      await pause(random.below(30))
    }

    for (const name of lockedRooms.keys()) await setLock(name, false)
    for (const person of stoppedPeople.keys())
      await setStanding(person, { role: 'participant', isMuted: false })
    for (const { page } of pages) page.setOnline(true)
    // A page that was refused is opened anew, as a person would.
    for (const { page } of pages) if (page.state().includes('refused')) page.reload(anyUrl())
    const begun = performance.now()
    // Long, for relays may be killed again meanwhile, and take long to start on a busy machine.
    await until(() => pages.every(({ page }) => page.isSettled()), 'everything is saved', 120_000).catch(
      (error: Error) => {
        const states = pages.map(({ by, page }) => `${by.self.role} ${page.name} ${page.state()}`)
        throw new Error(`${error.message}\n${states.join('\n')}`)
      },
    )
    const settledAfter = performance.now() - begun
    for (const name of rooms) {
      const replicas = pages.filter(({ page }) => page.name === name).map(({ page }) => page)
      await expectAlike(name, replicas, leader, anyUrl())
    }
    const acknowledged = pages.reduce((sum, { page }) => sum + page.acknowledged.size, 0)
    return { edits, acknowledged, refused, settledAfter }
  } finally {
    for (const { page } of pages) page.close()
  }
}

function chooseRooms(random: Random): EditedRoom[] {
  const chosen = new Set<EditedRoom>()
  while (chosen.size < 3) chosen.add(random.pick(roomNames)!)
  return [...chosen]
}

/** Everybody, and somebody who comes only now, has the same; nothing acknowledged is missing, nothing forged is there. */
async function expectAlike(name: EditedRoom, replicas: readonly MemberPage[], by: Admission, url: string) {
  const late = openMemberPage(name, by, url)
  try {
    const all = [...replicas, late]
    const look = () => all.map((page) => JSON.stringify(contentOf(page.doc())))
    await until(
      () => late.isSettled() && new Set(look()).size === 1,
      `all replicas of ${name} are equal`,
      60_000,
    ).catch((error: Error) => {
      throw new Error(`${error.message}\n${look().join('\n')}`)
    })
    const marks = marksIn(late.doc())
    const lost = replicas.flatMap((page) => [...page.acknowledged].filter((mark) => !marks.has(mark)))
    if (lost.length > 0) throw new Error(`acknowledged in ${name}, and lost: ${lost.join(', ')}`)
    if (late.doc().getMap('map').size > 0) throw new Error(`what an observer forged is in ${name}`)
  } finally {
    late.close()
  }
}

/** All that a document says, in an order of its own; texts and maps alike. */
function contentOf(doc: Y.Doc): unknown {
  const plain = [...doc.share.entries()].map(([key, type]) => {
    // A container that this page has never looked at has no kind yet.
    const map = type instanceof Y.Map || type instanceof Y.Text ? type : doc.getMap(key)
    return [key, sorted(map.toJSON())] as const
  })
  return sorted(Object.fromEntries(plain.filter(([, value]) => !isEmpty(value))))
}

const isEmpty = (value: unknown) =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

type Ask = (method: string, path: string, bearer: string | null, body: unknown) => Promise<unknown>

/** HTTP that waits while a relay is dead. */
function patientApi(url: () => string): Ask {
  return async (method, path, bearer, body) => {
    const end = Date.now() + 60_000
    for (;;)
      try {
        const answer = await fetch(url() + path, {
          method,
          headers: {
            'content-type': 'application/json',
            ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
          },
          body: JSON.stringify(body),
        })
        if (answer.ok) return await answer.json()
        throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
      } catch (error) {
        if (Date.now() > end) throw error
        await pause(100)
      }
  }
}

async function startSession(ask: Ask, key: string): Promise<Admission> {
  const { sessionId, token } = createdSession.parse(
    await ask('POST', '/api/sessions', key, { name: 'Karin' }),
  )
  return { sessionId, token, self: { memberId: 'leader', name: 'Karin', role: 'facilitator' } }
}

async function join(ask: Ask, leader: Admission, role: Role): Promise<Admission> {
  const { sessionId } = leader
  const { secret } = invited.parse(
    await ask('POST', `/api/sessions/${sessionId}/invites`, leader.token, { role }),
  )
  const { token, memberId } = joined.parse(await ask('POST', '/api/join', null, { secret, name: role }))
  return { sessionId, token, self: { memberId, name: role, role } }
}
