// How a session stands beside its content: who belongs to it, what they may, what is locked. Each fact bears the time
// of its last change. Of two sides that were apart the later change of a fact wins; one who is gone stays gone.
import { z } from 'zod'
import { isRoomName, leads, mayActOn, roles, type Role } from '../../shared/relay/roles'
import { memberIdShape } from '../../shared/relay/uplink'

export const factKinds = ['lock', 'member', 'name', 'role', 'muted'] as const
export type FactKind = (typeof factKinds)[number]

/** When and as what a member came, or how they ceased to be one. */
const membership = z.union([
  z.object({ color: z.string().regex(/^#[0-9a-f]{6}$/i), joinedAt: z.number() }),
  z.object({ gone: z.enum(['left', 'removed']) }),
])
export type Membership = z.infer<typeof membership>

const values = {
  lock: z.boolean(),
  member: membership,
  name: z.string().max(60),
  role: z.enum(roles),
  muted: z.boolean(),
} satisfies Record<FactKind, z.ZodType>

export interface Fact {
  /** ms since 1970, by the hosted relay's clock. */
  at: number
  value: unknown
}
/** By `kind/subject`: a room or `all` for locks, a member's id for the rest. */
export type Standing = Readonly<Record<string, Fact>>
/** What is so just now, by the same keys, without times. */
export type Actual = ReadonlyMap<string, unknown>

export const keyOf = (kind: FactKind, subject: string): string => `${kind}/${subject}`

/** The parts of a key, or undefined for what is none. */
export function readKey(key: string): { kind: FactKind; subject: string } | undefined {
  const at = key.indexOf('/')
  const kind = factKinds.find((each) => each === key.slice(0, at))
  const subject = key.slice(at + 1)
  if (!kind) return undefined
  const isSound =
    kind === 'lock' ? subject === 'all' || isRoomName(subject) : memberIdShape.safeParse(subject).success
  return isSound ? { kind, subject } : undefined
}

const mostFacts = 20_000
/** From elsewhere: what is no fact is passed over. */
export const standingShape = z
  .record(z.string().max(120), z.object({ at: z.number().nonnegative(), value: z.unknown() }))
  .refine((given) => Object.keys(given).length <= mostFacts)
  .transform((given): Standing => {
    const sound: Record<string, Fact> = {}
    for (const [key, { at, value }] of Object.entries(given)) {
      const kind = readKey(key)?.kind
      const read = kind && values[kind].safeParse(value)
      if (read?.success) sound[key] = { at, value: read.data }
    }
    return sound
  })

/** What a fact says, or undefined when nothing is known. */
export function valueOf<K extends FactKind>(
  standing: Standing,
  kind: K,
  subject: string,
): z.infer<(typeof values)[K]> | undefined {
  return standing[keyOf(kind, subject)]?.value as z.infer<(typeof values)[K]> | undefined
}

export const isGone = (membershipOf: unknown): boolean =>
  typeof membershipOf === 'object' && membershipOf !== null && 'gone' in membershipOf

/** Ids of the members who are not gone. */
export function membersOf(standing: Standing): string[] {
  return Object.entries(standing).flatMap(([key, { value }]) => {
    const read = readKey(key)
    return read?.kind === 'member' && !isGone(value) ? [read.subject] : []
  })
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Takes over what is so now; what differs from before was changed at `now`. */
export function stamp(standing: Standing, actual: Actual, now: number): Standing {
  const stamped: Record<string, Fact> = { ...standing }
  const put = (key: string, value: unknown) => {
    const before = stamped[key]
    if (before && same(before.value, value)) return
    stamped[key] = { at: Math.max(now, (before?.at ?? 0) + 1), value }
  }
  for (const [key, value] of actual) {
    const { kind, subject } = readKey(key) ?? {}
    if (kind && kind !== 'lock' && isGone(valueOf(standing, 'member', subject!))) continue
    put(key, value)
  }
  for (const key of Object.keys(standing)) {
    if (actual.has(key)) continue
    if (readKey(key)?.kind === 'lock') put(key, false)
    else if (readKey(key)?.kind === 'member' && !isGone(standing[key]!.value)) put(key, { gone: 'removed' })
  }
  return stamped
}

/** Whether `theirs` is to stand instead of `ours`. */
export function wins(theirs: Fact, ours: Fact | undefined): boolean {
  if (!ours) return true
  if (isGone(ours.value)) return false
  if (isGone(theirs.value)) return true
  if (theirs.at !== ours.at) return theirs.at > ours.at
  return JSON.stringify(theirs.value) > JSON.stringify(ours.value)
}

/**
 * `ours` with what wins of `theirs`. What `mayTake` refuses is answered by our own, as the later: so the other side
 * takes it back.
 */
export function join(
  ours: Standing,
  theirs: Standing,
  mayTake: (key: string, fact: Fact) => boolean = () => true,
): Standing {
  const joined: Record<string, Fact> = { ...ours }
  for (const [key, fact] of Object.entries(theirs)) {
    const own = ours[key]
    if (!wins(fact, own)) continue
    if ((own && same(own.value, fact.value)) || mayTake(key, fact)) joined[key] = fact
    else if (own) joined[key] = { at: Math.max(own.at, fact.at + 1), value: own.value }
  }
  return joined
}

/** What the uplink of `owner` may change where things stand as in `ours`. */
export function mayTakeFrom(
  owner: { memberId: string; role: Role },
  ours: Standing,
): (key: string, fact: Fact) => boolean {
  const facilitators = membersOf(ours).filter((id) => valueOf(ours, 'role', id) === 'facilitator')
  const isOfDesk = (id: string) => id.startsWith(`${owner.memberId}.`)
  return (key, { value }) => {
    const { kind, subject } = readKey(key) ?? {}
    if (!kind || subject === undefined || !leads(owner.role)) return false
    if (kind === 'lock') return true
    const isOwner = subject === owner.memberId
    const role = valueOf(ours, 'role', subject)
    // Nobody comes to this relay but by its own doors, or by the desk at which they are.
    if (role === undefined && !isOfDesk(subject)) return false
    if (role !== undefined && !isOwner && !isOfDesk(subject) && !mayActOn(owner.role, role)) return false
    if (kind === 'member') return !isOwner && (!isGone(value) || !isLast(facilitators, subject))
    if (kind !== 'role') return true
    if (value === 'facilitator' && owner.role !== 'facilitator') return false
    return value === 'facilitator' || role !== 'facilitator' || owner.role === 'facilitator'
  }
}

/** `after`, but that nobody leads is no outcome: who led before goes on. */
export function keepLed(before: Standing, after: Standing): Standing {
  const led = (standing: Standing) =>
    membersOf(standing).filter((id) => valueOf(standing, 'role', id) === 'facilitator')
  if (led(after).length > 0) return after
  const kept = { ...after }
  for (const id of led(before)) {
    const { at } = after[keyOf('role', id)]!
    kept[keyOf('role', id)] = { at: at + 1, value: 'facilitator' }
  }
  return kept
}

function isLast(facilitators: readonly string[], id: string): boolean {
  return facilitators.length === 1 && facilitators[0] === id
}
