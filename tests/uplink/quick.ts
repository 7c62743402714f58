import type { UplinkTiming } from '../../relay/uplink/timing'

/** A cut is noticed and healed within moments. */
export const quick: UplinkTiming = {
  pause: 50,
  longestPause: 300,
  heldPause: 500,
  beat: 100,
  silence: 600,
  look: 500,
  answer: 2000,
}
