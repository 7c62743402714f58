/** How patient an uplink is, in ms; shorter in tests. */
export interface UplinkTiming {
  /** Before the first new try, doubled with each, up to the longest. */
  pause: number
  longestPause: number
  /** Before a room that the hosted relay would not take is tried again. */
  heldPause: number
  /** Between signs of life. */
  beat: number
  /** Without a byte for so long the line counts as cut. */
  silence: number
  /** Between looks at what else there is: rooms, pictures, people, locks. They also come when the relay tells. */
  look: number
  /** For one answer over HTTP. */
  answer: number
}

export const usualTiming: UplinkTiming = {
  pause: 1000,
  longestPause: 15_000,
  heldPause: 60_000,
  beat: 4000,
  silence: 12_000,
  look: 20_000,
  answer: 15_000,
}

/** Before the nth try (from 1), a little different each time, so that many desks do not come back in one moment. */
export function pauseBefore(nth: number, { pause, longestPause }: UplinkTiming): number {
  return Math.min(longestPause, pause * 2 ** (nth - 1)) * (0.75 + Math.random() * 0.5)
}
