// What one hostile line says, drawn by the number of the batch: the same seed says the same again.
import { seeded, type Seeded } from '../seeded'
import { brokenKinds } from './brokenFrames'
import { messageKinds } from './messageKinds'
import { badBodies, badRequest, probeFrames, refusedFrames, type Said, type Target } from './strangerKinds'
import { binary, frameOf, opcode } from './webSocketFrame'

export interface Frame {
  kind: string
  bytes: Buffer
  /** The relay waits for more, which does not come. */
  hangsUp?: true
}

const quiet = Object.entries(messageKinds).filter(([, { ends }]) => !ends)
const ending = [
  ...Object.entries(messageKinds)
    .filter(([, { ends }]) => ends)
    .map(
      ([kind, { make }]) => [kind, (random: Seeded) => ({ bytes: binary(random, make(random)) })] as const,
    ),
  ...Object.entries(brokenKinds),
]

/** Numbered draws of their own for each batch of a run. */
export const drawsOf = (seed: number, batch: number): Seeded => seeded(Math.imul(seed, 0x9e3779b1) + batch)

const quietFrame = (random: Seeded): Frame => {
  const [kind, { make }] = random.pick(quiet)
  const message = make(random)
  // In pieces now and then, with a control frame between them.
  if (!random.oneIn(12)) return { kind, bytes: binary(random, message) }
  const cut = random.below(message.length + 1)
  const bytes = Buffer.concat([
    frameOf(random, message.subarray(0, cut), { opcode: opcode.binary, isFinal: false }),
    frameOf(random, random.bytes(random.below(125)), { opcode: opcode.pong }),
    frameOf(random, message.subarray(cut), { opcode: opcode.continuation }),
  ])
  return { kind, bytes }
}
const endingFrame = (random: Seeded): Frame => {
  const [kind, make] = random.pick(ending)
  return { kind, ...make(random) }
}

/** What somebody says who has been let in: some of it keeps the line, the last of it mostly ends it. */
export function memberFrames(random: Seeded): Frame[] {
  const frames = Array.from({ length: random.below(24) }, () => quietFrame(random))
  for (let n = random.below(4); n >= 0; n--) frames.push(endingFrame(random))
  // Whoever does not end is heard on; nothing may follow what hangs.
  const hanging = frames.findIndex(({ hangsUp }) => hangsUp)
  return hanging < 0 ? frames : frames.slice(0, hanging + 1)
}

/** What somebody says who has not been let in. */
export function strangerSays(random: Seeded, target: Target): Said & { kind: string } {
  const some = (most: number) =>
    Array.from(
      { length: random.below(most) },
      () => (random.oneIn(2) ? quietFrame(random) : endingFrame(random)).bytes,
    )
  switch (random.below(5)) {
    case 0:
      return { kind: 'stranger: requests that are none', ...badRequest(random, target) }
    case 1:
      return { kind: 'stranger: bodies of JSON', ...badBodies(random) }
    case 2:
      return { kind: 'stranger: frames to the probe', ...probeFrames(some(4)) }
    default:
      return {
        kind: 'stranger: frames after a refused handshake',
        ...refusedFrames(random, target, some(16)),
      }
  }
}
