// Goes through an update's structs in the order in which Yjs integrates them, and notes what each stands on.
import type { OthersIds } from './clientIds'
import {
  addToRuns,
  clockIn,
  depthOf,
  findInRuns,
  hasKey,
  knowNothing,
  nowhere,
  placeIn,
  type Known,
  type Place,
  type PlaceRuns,
} from './known'
import { at, stride, via, type UpdateOutline } from './readUpdate'

export interface Walk {
  brings: Known
  deepest: number
  /** Something stands on what is missing. */
  isLacking: boolean
  /** Something stands where no page would put it. */
  isMisplaced: boolean
  /** Per section, the first struct that could not be taken. */
  reached: number[]
}

/** @param others clients that somebody else writes as: what is new of theirs counts as missing. */
export function walkUpdate(outline: UpdateOutline, known: Known, others?: OthersIds): Walk {
  return new Walker(outline, known).walk(others)
}

/**
 * The structs of an update in an order in which each stands only on those before it, or on what the update does not
 * bring; as pairs of section and struct.
 */
export function orderOf(outline: UpdateOutline): [section: number, struct: number][] {
  const { sections, structs } = outline
  const have = new Elsewhere(sections.map(({ client, from }) => [client, structs[from * stride + at.clock]!]))
  const walker = new Walker(outline, { ...knowNothing(), have })
  walker.passesGaps = true
  const order = walker.order
  walker.walk(undefined)
  return order
}

/** A state vector in which everybody has come as far as one can, but for those named. */
class Elsewhere extends Map<number, number> {
  override get(client: number): number {
    return super.get(client) ?? Infinity
  }
}

class Walker {
  /** What follows a gap in the update is taken all the same. */
  passesGaps = false
  readonly order: [section: number, struct: number][] = []
  private readonly structs: number[]
  private readonly clients: number[]
  private readonly clocks: number[]
  private readonly runs: PlaceRuns[]
  /** Per section, the next struct. */
  private readonly next: number[]
  private readonly sectionOf: Map<number, number> | undefined
  private deletedRanges: Map<number, number[]> | undefined
  private deepest = 0
  private isMisplaced = false

  constructor(
    private readonly outline: UpdateOutline,
    private readonly known: Known,
  ) {
    const { sections, structs } = outline
    this.structs = structs
    this.clients = sections.map(({ client }) => client)
    this.clocks = sections.map(({ client }) => clockIn(known.have, client))
    this.runs = sections.map(() => ({ starts: [], places: [] }))
    this.next = sections.map(({ from }) => from)
    if (sections.length > 1)
      this.sectionOf = new Map(this.clients.map((client, section) => [client, section]))
  }

  walk(others: OthersIds | undefined): Walk {
    const { sections, roots } = this.outline
    const stuck = this.clients.map((client) => others?.has(client) ?? false)
    if (sections.length === 1) {
      const { to } = sections[0]!
      while (!stuck[0] && this.next[0]! < to) stuck[0] = this.take(0) !== undefined
    } else this.walkSections(stuck)
    const brings: Known = { have: new Map(), places: new Map(), roots, secret: this.known.secret }
    for (let section = 0; section < sections.length; section++) {
      const runs = this.runs[section]!
      if (runs.starts.length === 0) continue
      brings.have.set(this.clients[section]!, this.clocks[section]!)
      brings.places.set(this.clients[section]!, runs)
    }
    const { deepest, isMisplaced, next: reached } = this
    return { brings, deepest, isMisplaced, isLacking: stuck.includes(true), reached }
  }

  /** Whatever a struct waits for is taken first; sections that wait for one another, or for nothing here, are stuck. */
  private walkSections(stuck: boolean[]): void {
    const { sections } = this.outline
    const waiting = sections.map(() => false)
    const isDone = (section: number) => this.next[section] === sections[section]!.to
    for (let first = 0; first < sections.length; first++) {
      if (stuck[first]) continue
      const path = [first]
      waiting[first] = true
      while (path.length > 0) {
        const section = path.at(-1)!
        const missing = isDone(section) ? undefined : this.take(section)
        if (missing === undefined) {
          // What waited for this one is looked at again first.
          if (path.length > 1 || isDone(section)) waiting[path.pop()!] = false
          continue
        }
        const other = this.sectionOf!.get(missing)
        if (other !== undefined && !stuck[other] && !waiting[other] && !isDone(other)) {
          waiting[other] = true
          path.push(other)
          continue
        }
        for (const each of path.splice(0)) {
          stuck[each] = true
          waiting[each] = false
        }
      }
    }
  }

  /** Takes one struct; gives the client that it waits for instead, if any. */
  private take(section: number): number | undefined {
    const { structs } = this
    const i = this.next[section]! * stride
    if (structs[i + at.isGap]! !== 1) {
      const client = this.clients[section]!
      const clock = structs[i + at.clock]!
      if (clock > this.clocks[section]!) return client
      const a = structs[i + at.aClient]!
      if (a >= 0 && a !== client && structs[i + at.aClock]! >= this.clockOf(a)) return a
      const b = structs[i + at.bClient]!
      if (b >= 0 && b !== client && structs[i + at.bClock]! >= this.clockOf(b)) return b
      const place = this.find(i, section)
      const length = structs[i + at.length]!
      this.deepest = Math.max(this.deepest, depthOf(place))
      // A key has one value. Several in one struct are former ones, and all deleted: Yjs relies on it.
      if (
        length > 1 &&
        hasKey(place) &&
        structs[i + at.isDeleted] !== 1 &&
        !this.isDeleted(client, clock, length)
      )
        this.isMisplaced = true
      addToRuns(this.runs[section]!, clock, place)
      this.clocks[section] = clock + length
      if (this.passesGaps) this.order.push([section, this.next[section]!])
    } else if (this.passesGaps) this.clocks[section] = structs[i + at.clock]! + structs[i + at.length]!
    this.next[section]!++
    return undefined
  }

  private clockOf(client: number): number {
    const section = this.sectionOf?.get(client)
    return section === undefined ? clockIn(this.known.have, client) : this.clocks[section]!
  }

  private find(i: number, section: number): Place {
    const { structs, known } = this
    const { bytes } = this.outline
    const a = structs[i + at.aClient]!
    const aClock = structs[i + at.aClock]!
    const b = structs[i + at.bClient]!
    const bClock = structs[i + at.bClock]!
    switch (structs[i + at.via]) {
      case via.root:
        return placeIn(known.secret, bytes, structs[i + at.root]!, -1, structs[i + at.key]!, 1)
      case via.parent: {
        const depth = depthOf(this.placeOf(a, aClock, section) ?? 1) + 1
        return placeIn(known.secret, bytes, a, aClock, structs[i + at.key]!, depth)
      }
      case via.left:
        return this.placeOf(a, aClock, section) ?? 1
      case via.right:
        return this.placeOf(b, bClock, section) ?? 1
      case via.both: {
        const left = this.placeOf(a, aClock, section)
        const right = this.placeOf(b, bClock, section)
        if (left !== undefined && right !== undefined && left !== right) this.isMisplaced = true
        return left ?? right ?? 1
      }
      default:
        return nowhere
    }
  }

  /** Where an item stands; undefined when nothing is known of it. */
  private placeOf(client: number, clock: number, section: number): Place | undefined {
    const own = this.clients[section] === client ? section : this.sectionOf?.get(client)
    const fresh = own === undefined ? undefined : findInRuns(this.runs[own]!, clock)
    if (fresh !== undefined) return fresh
    const runs = this.known.places.get(client)
    return runs && findInRuns(runs, clock)
  }

  /** Whether the update deletes all of a range. Its ranges are taken as Yjs writes them: merged, and by clock. */
  private isDeleted(client: number, clock: number, length: number): boolean {
    if (!this.deletedRanges) {
      const { deleted } = this.outline
      this.deletedRanges = new Map()
      for (let i = 0; i < deleted.length; i += 3) {
        const ranges = this.deletedRanges.get(deleted[i]!) ?? []
        if (ranges.length === 0) this.deletedRanges.set(deleted[i]!, ranges)
        ranges.push(deleted[i + 1]!, deleted[i + 1]! + deleted[i + 2]!)
      }
    }
    const ranges = this.deletedRanges.get(client) ?? []
    let [low, high] = [0, ranges.length / 2]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ranges[middle * 2]! <= clock) low = middle + 1
      else high = middle
    }
    return low > 0 && ranges[low * 2 - 1]! >= clock + length
  }
}
