// A room's last updates, beside its merged content (the base): all after the base, and those in it that are not sent yet.
import { updateFrame } from './frames'
import type { LogEntry } from './storage'
import { joinUpdates } from './updates'
import type { WireFrame } from './wireFrame'

/** Whoever is more updates behind is sent everything. */
export const mostBehind = 2000
/** A larger frame (bytes) is not kept once it is sent. */
const largeFrame = 64 * 1024

/** With several relays a room's log is numbered for all of them; `seq` counts what this one holds since it was loaded. */
export interface TailEntry {
  seq: number
  entry: LogEntry
  /** What of it is new. */
  update: Uint8Array
  /** Whoever sent it, to spare them the echo. */
  writer: object | undefined
}

/** What was accepted after some point, ready to be sent. */
export interface Since {
  frame: WireFrame
  /** The one who wrote all of it; undefined when several did. */
  onlyWriter: object | undefined
}

/** A class, as there is one for each room: its functions are there once. */
export class Tail {
  #entries: TailEntry[] = []
  /** All after this are in `#entries`. */
  #keptAfter = 0
  #basedOn = 0
  #bytes = 0
  #head = 0
  #sent = 0
  #last: { from: number; to: number; since: Since } | undefined

  /** Number of the last update. */
  head(): number {
    return this.#head
  }

  add(entry: LogEntry, update: Uint8Array, writer?: object): void {
    this.#entries.push({ seq: ++this.#head, entry, update, writer })
    this.#bytes += update.length
  }

  /** Updates that are not in the base. */
  count(): number {
    return this.#head - this.#basedOn
  }

  /** Their bytes. */
  bytes(): number {
    return this.#bytes
  }

  afterBase(): TailEntry[] {
    return this.#entries.filter(({ seq }) => seq > this.#basedOn)
  }

  /** Everything that is at hand has its number in the log. */
  isLogged(): boolean {
    return this.#entries.every(({ entry }) => entry.seq !== undefined)
  }

  /** The base has everything up to `seq`. */
  rebase(seq: number): void {
    this.#basedOn = seq
    this.#keptAfter = Math.min(seq, this.#sent)
    this.#entries = this.#entries.filter((entry) => entry.seq > this.#keptAfter)
    this.#bytes = this.#entries.reduce((sum, entry) => sum + (entry.seq > seq ? entry.update.length : 0), 0)
  }

  /** Everything after `seq`, or undefined when so much of it is no longer at hand. */
  since(seq: number): Since | undefined {
    const last = this.#last
    if (last?.from === seq && last.to === this.#head) return last.since
    const those = this.#after(seq)
    if (!those) return undefined
    const first = those[0]?.writer
    const onlyWriter = those.every(({ writer }) => writer === first) ? first : undefined
    const since = { frame: frameWith(those), onlyWriter }
    this.#last = { from: seq, to: this.#head, since }
    return since
  }

  /** The same but for what `writer` wrote; null when that is nothing. */
  sinceWithout(seq: number, writer: object): WireFrame | null | undefined {
    const those = this.#after(seq)?.filter((entry) => entry.writer !== writer)
    return those && (those.length > 0 ? frameWith(those) : null)
  }

  /** Whoever keeps up has everything up to `seq`: it need not be kept at hand for them. */
  markSent(seq: number): void {
    this.#sent = seq
    if (this.#last && this.#last.since.frame.message.length > largeFrame) this.#last = undefined
  }

  #after(seq: number): TailEntry[] | undefined {
    const entries = this.#entries
    return seq < this.#keptAfter || this.#head - seq > mostBehind
      ? undefined
      : entries.slice(entries.findLastIndex((entry) => entry.seq <= seq) + 1)
  }
}

const frameWith = (those: readonly TailEntry[]) => updateFrame(joinUpdates(those.map(({ update }) => update)))
