// To take a request and answer it costs the one thread some tenths of a millisecond, whoever asks. What comes from one
// address is begun a little at a time, line by line, so that everybody else is served in between.
import { Bucket } from './rateLimit'

/** So many requests from one address begin in one turn of the event loop. */
const perTurn = 10
/** And so many a second, so many at first. A page is some forty. */
const perSecond = 1000
const burst = 1000
/** When an address has had what it may have in a second, it is looked at again so soon (ms). */
const soon = 20
/** Addresses that are remembered. */
const mostAddresses = 5000

export interface Pace {
  /**
   * Calls `begin` at once, or when it is the turn of `line`.
   * @param weight in requests.
   * @returns false, and does nothing, while something of this line waits.
   */
  wait(address: string, line: object, begin: () => void, weight: number): boolean
  /** What waits of this line is forgotten. */
  leave(address: string, line: object): void
}

interface Asked {
  bucket: Bucket
  begun: number
  isTurnComing: boolean
  waiting: Map<object, { begin: () => void; weight: number }>
}

export function paceLines(): Pace {
  const addresses = new Map<string, Asked>()

  const askedFrom = (address: string) => {
    let asked = addresses.get(address)
    if (asked) return asked
    asked = { bucket: new Bucket(perSecond, burst), begun: 0, isTurnComing: false, waiting: new Map() }
    addresses.set(address, asked)
    for (const oldest of addresses.keys()) {
      if (addresses.size <= mostAddresses) break
      addresses.delete(oldest)
    }
    return asked
  }
  const beginSome = (asked: Asked) => {
    for (const [line, { begin, weight }] of asked.waiting) {
      if (asked.begun >= perTurn || !asked.bucket.take(weight)) return
      asked.begun += weight
      asked.waiting.delete(line)
      begin()
    }
  }
  const takeTurn = (asked: Asked) => {
    asked.begun = 0
    beginSome(asked)
    if (asked.begun > 0) setImmediate(takeTurn, asked)
    else if (asked.waiting.size > 0) setTimeout(takeTurn, soon, asked)
    else asked.isTurnComing = false
  }

  return {
    wait(address, line, begin, weight) {
      const asked = askedFrom(address)
      if (asked.waiting.has(line)) return false
      asked.waiting.set(line, { begin, weight })
      beginSome(asked)
      if (!asked.isTurnComing) setImmediate(takeTurn, asked)
      asked.isTurnComing = true
      return true
    },
    leave(address, line) {
      addresses.get(address)?.waiting.delete(line)
    },
  }
}
