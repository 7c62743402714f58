// One attack beside an honest pair in another session: what the relay's process takes more, and how long the pair waits.
import { setPriority } from 'node:os'
import { startBystanders } from '../../../tests/bystanders/bystanders'
import type { PairOrder } from '../../../tests/bystanders/bystandersProcess'
import type { OurRelay } from '../relay/servers'
import { pause } from '../relay/row'
import type { Attack, Target } from './attack'

export interface Window {
  /** Bytes of live objects and buffers at their highest: looked at after collections, so that it is what is kept. */
  held: number
  /** Resident bytes at their highest, likewise. */
  resident: number
  /** The longest wait (ms) of the pair. */
  longest: number
  problems: string[]
}

export interface Measured {
  quiet: Window
  attacked: Window
  /** Once the attacker has gone. */
  after: { held: number; rss: number }
}

/** So long (ms) each window lasts, of which there are two: a collection would hold up the pair that is measured. */
const windowMs = 3000
/** So long (ms) the attack runs first: what the relay needs for the first of its kind it has then. */
const firstMs = 1500
const lookEvery = 150
/** What was kept for the attacker is given back within so long (ms). */
const settleMs = 4000

type During = (isOver: () => boolean) => Promise<void>

export async function measureAttack(
  attack: Attack,
  relay: OurRelay,
  target: Target,
  pair: PairOrder,
): Promise<Measured> {
  const bystanders = await startBystanders([pair])
  const letRun = async (during: During, forMs = windowMs) => {
    let isOver = false
    setTimeout(() => (isOver = true), forMs)
    await during(() => isOver)
  }
  const peakDuring = async (during: During) => {
    const peak = { held: 0, resident: 0 }
    let isOver = false
    const looking = (async () => {
      for (; !isOver; await pause(lookEvery)) {
        const { held, rss } = await relay.memory()
        peak.held = Math.max(peak.held, held)
        peak.resident = Math.max(peak.resident, rss)
      }
    })()
    await letRun(during)
    isOver = true
    await looking
    return peak
  }
  const look = async (during: During): Promise<Window> => {
    await bystanders.report()
    await letRun(during)
    const [report] = await bystanders.report()
    const peak = await peakDuring(during)
    return { ...peak, longest: report!.longest, problems: report!.problems }
  }
  try {
    preferOver(relay.pid, bystanders.pid)
    await pause(1000)
    await letRun((isOver) => attack.run(target, isOver), firstMs)
    await pause(settleMs)
    const quiet = await look(async (isOver) => {
      while (!isOver()) await pause(50)
    })
    const attacked = await look((isOver) => attack.run(target, isOver))
    await pause(settleMs)
    const after = await relay.memory()
    return { quiet, attacked, after }
  } finally {
    await bystanders.stop()
  }
}

/** Before other programs of this machine, which are not what is measured; where the system allows it. */
function preferOver(...pids: number[]): void {
  try {
    for (const pid of pids) setPriority(pid, -10)
    setPriority(-5)
  } catch {
    // The attacker is to trouble the relay, not the machine.
    setPriority(5)
  }
}
