// A name for this computer on the local network (`samverkstad.local`), by multicast DNS, while a door is open.
import type { Logger } from 'pino'
import type { LanAddress } from './lanAddresses'
import { speakOn, type ARecord, type Speaker } from './multicast'

const baseName = 'samverkstad'
const mostNames = 20
/** Three questions, a quarter of a second apart, as RFC 6762 asks for. */
const questions = 3
const waitMs = 250

export interface LocalName {
  /** The name once nobody else on the network claims it; undefined until then, and where multicast cannot be used. */
  current(): string | undefined
  /** Announces the name at these addresses, and no longer at others. Returns at once; nothing here ever throws. */
  announce(addresses: readonly NamedAddress[]): void
  /** Takes leave of the network. */
  stop(): Promise<void>
}

/** An address, and the network it is in (`192.168.1.0/24`, or empty). */
export type NamedAddress = Pick<LanAddress, 'address' | 'network'>

export interface LocalNameOptions {
  log: Logger
  /** Called when the name is found, changed or lost. */
  changed?: () => void
  /** For tests: another port than 5353, and one interface to speak on whatever the addresses are. */
  port?: number
  interface?: string
}

export function openLocalName(options: LocalNameOptions): LocalName {
  const { log, changed = () => {} } = options
  let speakers: Speaker[] = []
  let places: readonly NamedAddress[] = []
  let ours: readonly string[] = []
  let number = 1
  let name: string | undefined
  /** Grows with every change of network or name: what an older claim still hears is of no interest. */
  let claim = 0

  const say = (next: string | undefined) => {
    if (next === name) return
    name = next
    changed()
  }

  /** Asks the network for the name under `number` and takes it, or the next one when somebody has it. */
  const claimName = async () => {
    const mine = ++claim
    say(undefined)
    for (const speaker of speakers) speaker.forget()
    while (mine === claim && number <= mostNames) {
      const wanted = nameOf(number)
      const answer = await ask(wanted, mine)
      if (mine !== claim) return
      if (answer === 'silence') return
      if (answer === 'taken') {
        number++
        continue
      }
      for (const speaker of speakers) speaker.keep(wanted)
      say(wanted)
      return
    }
  }

  const ask = async (wanted: string, mine: number): Promise<'free' | 'taken' | 'silence'> => {
    let isTaken = false
    const stops = speakers.map((speaker) =>
      speaker.listen((heard) => {
        if (isOther(heard, wanted) && (heard.isHeld ? heard.ttl > 0 : wins(heard.address))) isTaken = true
      }),
    )
    let isHeard = false
    for (let asked = 0; asked < questions && !isTaken && mine === claim; asked++) {
      const sent = await Promise.all(speakers.map((speaker) => speaker.ask(wanted)))
      isHeard ||= sent.some(Boolean)
      await new Promise((resolve) => setTimeout(resolve, waitMs).unref())
    }
    stops.forEach((stop) => stop())
    return isTaken ? 'taken' : isHeard ? 'free' : 'silence'
  }

  const isOther = (heard: ARecord, wanted: string) =>
    heard.name.toLowerCase() === wanted && !ours.includes(heard.address)
  /** Of two who ask at the same moment, the one with the higher address gets the name. */
  const wins = (theirs: string) => ours.every((address) => compareAddresses(theirs, address) > 0)

  /** Two networks may have been joined, or a question lost: then both hold the name, and one gives way. */
  const defend = (heard: ARecord) => {
    if (name === undefined || !heard.isHeld || heard.ttl === 0 || !isOther(heard, name)) return
    if (!wins(heard.address)) return speakers.forEach((speaker) => speaker.announce())
    number++
    void claimName()
  }

  const hangUp = async () => {
    claim++
    const leaving = speakers
    speakers = []
    await Promise.all(leaving.map((speaker) => speaker.leave()))
  }

  return {
    current: () => name,
    announce(addresses) {
      if (addresses.length === ours.length && addresses.every(({ address }) => ours.includes(address))) return
      places = [...addresses]
      ours = places.map(({ address }) => address)
      number = 1
      void hangUp().then(() => {
        if (speakers.length > 0 || ours.length === 0) return say(undefined)
        speakers = places.map(({ address, network }) =>
          speakOn({
            address,
            network,
            interface: options.interface ?? address,
            ...(options.port === undefined ? {} : { port: options.port }),
            log,
          }),
        )
        for (const speaker of speakers) speaker.listen(defend)
        return claimName()
      })
    },
    async stop() {
      ours = []
      await hangUp()
      say(undefined)
    },
  }
}

const nameOf = (number: number) => `${baseName}${number === 1 ? '' : `-${number}`}.local`

/** As RFC 6762 § 8.2 compares records: byte by byte. */
export function compareAddresses(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (let index = 0; index < 4; index++) {
    const difference = left[index]! - right[index]!
    if (difference !== 0) return difference
  }
  return 0
}
