// One attack beside an honest pair in another session: what the relay's process takes more, and how long the pair waits.
import { setPriority } from 'node:os'
import { startBystanders } from '../../../tests/bystanders/bystanders'
import type { PairOrder } from '../../../tests/bystanders/bystandersProcess'
import type { OurRelay } from '../relay/servers'
import { pause } from '../relay/row'
import type { Attack, Target } from './attack'

export interface Window {
  /** Highest resident bytes, each time after a collection: what the runtime only had not tidied up yet is no cost. */
  peak: number
  /** The longest wait (ms) of the pair. */
  longest: number
  problems: string[]
}

export interface Measured {
  quiet: Window
  attacked: Window
  /** Resident bytes once the attacker has gone. */
  after: number
}

/** So long (ms) each window lasts, of which there are two: a collection would hold up the pair that is measured. */
const windowMs = 4000
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
  const letRun = async (during: During) => {
    let isOver = false
    setTimeout(() => (isOver = true), windowMs)
    await during(() => isOver)
  }
  const peakDuring = async (during: During) => {
    let peak = 0
    let isOver = false
    const looking = (async () => {
      for (; !isOver; await pause(lookEvery)) peak = Math.max(peak, (await relay.memory()).rss)
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
    return { peak, longest: report!.longest, problems: report!.problems }
  }
  try {
    preferOver(relay.pid, bystanders.pid)
    await pause(1000)
    const quiet = await look(async (isOver) => {
      while (!isOver()) await pause(50)
    })
    const attacked = await look((isOver) => attack.run(target, isOver))
    await pause(settleMs)
    const { rss: after } = await relay.memory()
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
