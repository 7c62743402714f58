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

export interface Tail {
  /** Number of the last update. */
  head(): number
  add(entry: LogEntry, update: Uint8Array, writer?: object): void
  /** Updates that are not in the base, and their bytes. */
  count(): number
  bytes(): number
  afterBase(): TailEntry[]
  /** Everything that is at hand has its number in the log. */
  isLogged(): boolean
  /** The base has everything up to `seq`. */
  rebase(seq: number): void
  /** Everything after `seq`, or undefined when so much of it is no longer at hand. */
  since(seq: number): Since | undefined
  /** The same but for what `writer` wrote; null when that is nothing. */
  sinceWithout(seq: number, writer: object): WireFrame | null | undefined
  /** Whoever keeps up has everything up to `seq`: it need not be kept at hand for them. */
  markSent(seq: number): void
}

export function openTail(): Tail {
  let entries: TailEntry[] = []
  /** All after this are in `entries`. */
  let keptAfter = 0
  let basedOn = 0
  let bytes = 0
  let head = 0
  let sent = 0
  let last: { from: number; to: number; since: Since } | undefined

  const entriesAfter = (seq: number): TailEntry[] | undefined =>
    seq < keptAfter || head - seq > mostBehind
      ? undefined
      : entries.slice(entries.findLastIndex((entry) => entry.seq <= seq) + 1)
  const frameWith = (those: readonly TailEntry[]) =>
    updateFrame(joinUpdates(those.map(({ update }) => update)))

  return {
    head: () => head,
    add(entry, update, writer) {
      entries.push({ seq: ++head, entry, update, writer })
      bytes += update.length
    },
    count: () => head - basedOn,
    bytes: () => bytes,
    afterBase: () => entries.filter(({ seq }) => seq > basedOn),
    isLogged: () => entries.every(({ entry }) => entry.seq !== undefined),
    rebase(seq) {
      basedOn = seq
      keptAfter = Math.min(seq, sent)
      entries = entries.filter((entry) => entry.seq > keptAfter)
      bytes = entries.reduce((sum, entry) => sum + (entry.seq > seq ? entry.update.length : 0), 0)
    },
    since(seq) {
      if (last?.from === seq && last.to === head) return last.since
      const those = entriesAfter(seq)
      if (!those) return undefined
      const first = those[0]?.writer
      const onlyWriter = those.every(({ writer }) => writer === first) ? first : undefined
      const since = { frame: frameWith(those), onlyWriter }
      last = { from: seq, to: head, since }
      return since
    },
    sinceWithout(seq, writer) {
      const those = entriesAfter(seq)?.filter((entry) => entry.writer !== writer)
      return those && (those.length > 0 ? frameWith(those) : null)
    },
    markSent(seq) {
      sent = seq
      if (last && last.since.frame.message.length > largeFrame) last = undefined
    },
  }
}
