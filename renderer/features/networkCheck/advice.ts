import type { Outcome } from './outcomes'

type Why = Extract<Outcome, { why: string }>['why']

/** What to do about each finding, in the order of what helps most often. Texts: `advice.…` in check.json. */
export const adviceFor: Record<Why, readonly string[]> = {
  unreached: ['sameWifi', 'guestWifi', 'vpn', 'askLeader', 'typeByHand', 'hotspot'],
  intercepted: ['loginPage', 'sameWifi', 'typeByHand'],
  blocked: ['vpn', 'otherBrowser', 'guestWifi', 'hotspot'],
  certificate: ['appleEncrypted'],
  oldBrowser: ['otherBrowser', 'otherDevice'],
  slow: ['closer', 'hotspot'],
  nothingKept: ['privateWindow'],
  wrongClock: ['setClock'],
  busy: ['wait'],
}
