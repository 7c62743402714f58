// Tries the way to the relay from this very browser. Each gives an outcome and never throws: that is what it is for.
import { closeNameOf } from '../../../shared/relay/closeCodes'
import { probed } from '../../../shared/relay/probe'
import { hasOwnCertificate, takesNoOwnCertificate } from './ownCertificates'
import { judgeClock, judgeSpeed, type Outcome } from './outcomes'

const patience = 8000
const rounds = 5

const get = (address: string) => fetch(address, { cache: 'no-store', signal: timeout(patience) })

/** AbortSignal.timeout, which is younger than some phones that come here to hear that they are too old. */
function timeout(ms: number): AbortSignal {
  const aborting = new AbortController()
  setTimeout(() => aborting.abort(), ms)
  return aborting.signal
}

/** Whether the relay answers, and whether it is the relay: the login page of a wifi answers to everything. */
export async function tryReach(relayUrl: string): Promise<Outcome> {
  try {
    const answer = await get(`${relayUrl}/healthz`)
    const read = (await answer.json().catch(() => null)) as { alive?: unknown } | null
    return read?.alive === true ? { kind: 'fine' } : { kind: 'bad', why: 'intercepted' }
  } catch {
    return { kind: 'bad', why: 'unreached' }
  }
}

/** Whether a WebSocket opens and carries a message both ways. */
export function tryLive(relayUrl: string): Promise<Outcome> {
  const isRefused = hasOwnCertificate(relayUrl) && takesNoOwnCertificate()
  const blocked: Outcome = { kind: 'bad', why: isRefused ? 'certificate' : 'blocked' }
  return new Promise((resolve) => {
    const message = Math.random().toString(36).slice(2)
    let socket: WebSocket
    try {
      socket = new WebSocket(`${relayUrl.replace(/^http/, 'ws')}/probe/echo`)
    } catch {
      resolve(blocked)
      return
    }
    const late = setTimeout(() => finish(blocked), patience)
    const finish = (outcome: Outcome) => {
      clearTimeout(late)
      resolve(outcome)
      socket.close()
    }
    socket.addEventListener('open', () => socket.send(message))
    socket.addEventListener('message', ({ data }) => finish(data === message ? { kind: 'fine' } : blocked))
    socket.addEventListener('close', ({ code }) => {
      // Others are trying too: who is refused by the relay itself has reached it.
      const name = closeNameOf(code)
      finish(name === 'tooFast' || name === 'tooMany' ? { kind: 'poor', why: 'busy' } : blocked)
    })
  })
}

/** How long an answer takes, and how fast a page would come. */
export async function trySpeed(relayUrl: string): Promise<Outcome> {
  try {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const start = performance.now()
      await (await get(`${relayUrl}/probe`)).arrayBuffer()
      times.push(performance.now() - start)
    }
    // The first one opens the connection.
    const latency = times.slice(1).sort((a, b) => a - b)[Math.floor((rounds - 1) / 2)]!
    const start = performance.now()
    const answer = await get(`${relayUrl}/probe/bytes`)
    if (answer.status === 429) return { kind: 'poor', why: 'busy' }
    const { byteLength } = await answer.arrayBuffer()
    const seconds = Math.max(performance.now() - start, 1) / 1000
    return judgeSpeed(latency, (byteLength * 8) / 1e6 / seconds)
  } catch {
    return { kind: 'poor', why: 'slow' }
  }
}

export async function tryClock(relayUrl: string): Promise<Outcome> {
  try {
    const start = Date.now()
    const { now } = probed.parse(await (await get(`${relayUrl}/probe`)).json())
    return judgeClock(now, (start + Date.now()) / 2)
  } catch {
    return { kind: 'notTried' }
  }
}

/** Features that came with Chrome 120, Safari 16.4 and Firefox 115 or shortly before. */
export function tryBrowser(): Outcome {
  const isNew =
    'toSorted' in Array.prototype &&
    'structuredClone' in window &&
    CSS.supports('color', 'color-mix(in srgb, red, blue)')
  return isNew ? { kind: 'fine' } : { kind: 'bad', why: 'oldBrowser' }
}

/** Whether the browser keeps anything, as it does not in some private windows. */
export async function tryStorage(): Promise<Outcome> {
  const place = 'samverkstad-check'
  try {
    sessionStorage.setItem(place, 'x')
    sessionStorage.removeItem(place)
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open(place)
      const late = setTimeout(() => reject(new Error('no answer')), patience)
      opening.addEventListener('error', () => reject(opening.error ?? new Error('refused')))
      opening.addEventListener('success', () => {
        clearTimeout(late)
        opening.result.close()
        indexedDB.deleteDatabase(place)
        resolve()
      })
    })
    return { kind: 'fine' }
  } catch {
    return { kind: 'poor', why: 'nothingKept' }
  }
}
