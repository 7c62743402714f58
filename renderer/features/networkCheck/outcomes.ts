// What each check of the network can find, and when it counts as good enough.

/** In the order in which they are tried and shown: what fails first explains what fails after it. */
export const checkNames = ['reach', 'live', 'speed', 'browser', 'storage', 'clock'] as const
export type CheckName = (typeof checkNames)[number]

export type Outcome =
  | { kind: 'fine'; detail?: Detail }
  /** It works, but not as well as it should. */
  | { kind: 'poor'; why: 'slow' | 'nothingKept' | 'wrongClock' | 'busy'; detail?: Detail }
  /** One cannot take part like this. */
  | { kind: 'bad'; why: 'unreached' | 'intercepted' | 'blocked' | 'certificate' | 'oldBrowser' }
  /** Pointless after what has failed before. */
  | { kind: 'notTried' }

export interface Detail {
  /** There and back, ms. */
  latency?: number
  /** Millions of bits a second. */
  speed?: number
  /** How far the clock is off, minutes. */
  minutes?: number
}

export type Outcomes = Partial<Record<CheckName, Outcome>>

/** Above this (ms) one sees others' writing late; below this (Mbit/s) a page takes many seconds to come. */
const mostLatency = 400
const leastSpeed = 1
/** More than anybody notices, less than a certificate or a time zone is off. */
const mostMinutes = 5

export function judgeSpeed(latency: number, speed: number): Outcome {
  const detail = {
    latency: Math.round(latency),
    speed: speed < 10 ? Math.round(speed * 10) / 10 : Math.round(speed),
  }
  return latency > mostLatency || speed < leastSpeed
    ? { kind: 'poor', why: 'slow', detail }
    : { kind: 'fine', detail }
}

/** @param theirs the relay's clock and @param ours this device's, ms since 1970, at the same moment. */
export function judgeClock(theirs: number, ours: number): Outcome {
  const minutes = Math.round(Math.abs(theirs - ours) / 60_000)
  return minutes > mostMinutes ? { kind: 'poor', why: 'wrongClock', detail: { minutes } } : { kind: 'fine' }
}

/** The worst of what was found: it decides on the first sentence. Null while something is still being tried. */
export function verdict(outcomes: Outcomes): 'fine' | 'poor' | 'bad' | null {
  const found = checkNames.map((name) => outcomes[name])
  if (found.some((outcome) => outcome === undefined)) return null
  if (found.some((outcome) => outcome!.kind === 'bad')) return 'bad'
  return found.some((outcome) => outcome!.kind === 'poor') ? 'poor' : 'fine'
}
