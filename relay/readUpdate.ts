// Reads a Yjs update (v1) strictly and without keeping its content: what is in it, what it leans on, and nothing that
// Yjs itself would not have written. A page may run on less stack and memory than the relay, so both are bounded here.

/** An update may hold so many structs and so many deleted ranges. */
const mostParts = 400_000
/** Values may be nested so deep. */
const mostNested = 100
/** Names of root types are at most so long (bytes). */
const longestName = 256
/** Beyond this (2^53) numbers cannot be told apart. */
const most = Number.MAX_SAFE_INTEGER

/** How an item knows the type that it stands in. */
export const via = { nothing: 0, root: 1, parent: 2, left: 3, right: 4, both: 5 } as const

/** Numbers per struct in {@link UpdateOutline.structs}. */
export const stride = 12
/**
 * Places of them; -1 where there is none. `a` is what stands to the left or the parent, `b` what stands to the right.
 * `root` and `key` are where these strings begin in the bytes, with their length before them.
 */
export const at = {
  clock: 0,
  length: 1,
  isGap: 2,
  offset: 3,
  via: 4,
  aClient: 5,
  aClock: 6,
  bClient: 7,
  bClock: 8,
  root: 9,
  key: 10,
  isDeleted: 11,
} as const

/** The structs of one client, in order. */
export interface Section {
  client: number
  /** Index of the first struct, and of the one after the last. */
  from: number
  to: number
  /** Where it ends in the bytes. */
  end: number
}

export interface UpdateOutline {
  bytes: Uint8Array
  /** By falling client ids, as Yjs writes them. */
  sections: Section[]
  /** {@link stride} numbers per struct. */
  structs: number[]
  /** Names of the root types it writes in. */
  roots: Set<string>
  /** Deleted ranges, three numbers each: client, clock, length. */
  deleted: number[]
}

const decodeUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Thrown and caught in this file. */
class Unreadable extends Error {}

/** Undefined when Yjs would not have written `bytes`. */
export function readUpdate(bytes: Uint8Array, parts = mostParts): UpdateOutline | undefined {
  try {
    return new Reader(bytes, parts).readAll()
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

class Reader {
  private pos = 0
  private readonly structs: number[] = []
  private readonly roots = new Set<string>()

  constructor(
    private readonly bytes: Uint8Array,
    private readonly parts: number,
  ) {}

  readAll(): UpdateOutline {
    const sections: Section[] = []
    let before = Infinity
    for (let left = this.number(); left > 0; left--) {
      const section = this.section()
      if (section.client >= before) throw new Unreadable()
      before = section.client
      sections.push(section)
    }
    const deleted = this.deleted()
    if (this.pos !== this.bytes.length) throw new Unreadable()
    return { bytes: this.bytes, sections, structs: this.structs, roots: this.roots, deleted }
  }

  private section(): Section {
    const count = this.number()
    const client = this.number()
    let clock = this.number()
    const from = this.structs.length / stride
    if (count === 0 || from + count > this.parts) throw new Unreadable()
    for (let i = 0; i < count; i++) clock = this.struct(client, clock)
    return { client, from, to: from + count, end: this.pos }
  }

  /** Gives the clock after it. */
  private struct(client: number, clock: number): number {
    const offset = this.pos
    const info = this.byte()
    const content = info & 31
    let aClient = -1
    let aClock = -1
    let bClient = -1
    let bClock = -1
    let root = -1
    let key = -1
    let by: number = via.nothing
    let length: number
    if (info === 0 || info === 10) length = this.number()
    else {
      if (info & 128) {
        by = via.left
        aClient = this.number()
        aClock = this.number()
      }
      if (info & 64) {
        by = by === via.left ? via.both : via.right
        bClient = this.number()
        bClock = this.number()
      }
      if (by === via.nothing) {
        const isRoot = this.number()
        if (isRoot > 1) throw new Unreadable()
        if (isRoot) {
          by = via.root
          root = this.pos
          this.roots.add(this.name())
        } else {
          by = via.parent
          aClient = this.number()
          aClock = this.number()
        }
        if (info & 32) {
          key = this.pos
          this.text()
        }
      }
      length = this.content(content)
    }
    const after = clock + length
    if (length < 1 || after > most) throw new Unreadable()
    // Applying a struct that stands on itself or a later one of its own client throws.
    if ((aClient === client && aClock >= clock) || (bClient === client && bClock >= clock))
      throw new Unreadable()
    const isGap = info === 10 ? 1 : 0
    const isDeleted = content === 1 ? 1 : 0
    this.structs.push(
      clock,
      length,
      isGap,
      offset,
      by,
      aClient,
      aClock,
      bClient,
      bClock,
      root,
      key,
      isDeleted,
    )
    return after
  }

  /** Passes over an item's content and gives its length. */
  private content(kind: number): number {
    switch (kind) {
      case 1: // deleted
        return this.number()
      case 2: {
        const length = this.number()
        for (let i = 0; i < length; i++) this.json(true)
        return length
      }
      case 3: // bytes
        this.skip(this.number())
        return 1
      case 4:
        return this.text()
      case 5: // embedded in a text
        this.json(false)
        return 1
      case 6: // format of a text
        this.text()
        this.json(false)
        return 1
      case 7: {
        const type = this.number()
        if (type > 6) throw new Unreadable()
        if (type === 3 || type === 5) this.text()
        return 1
      }
      case 8: {
        const length = this.number()
        for (let i = 0; i < length; i++) this.value(0)
        return length
      }
      default: // 9 would be a document within the document: no room has any
        throw new Unreadable()
    }
  }

  private value(depth: number): void {
    if (depth > mostNested) throw new Unreadable()
    switch (this.byte()) {
      case 127: // undefined
      case 126: // null
      case 121: // false
      case 120: // true
        return
      case 125:
        return this.integer()
      case 124:
        return this.skip(4)
      case 123: // float
      case 122: // bigint
        return this.skip(8)
      case 119:
        return void this.text()
      case 118:
        for (let left = this.number(); left > 0; left--) {
          this.key()
          this.value(depth + 1)
        }
        return
      case 117:
        for (let left = this.number(); left > 0; left--) this.value(depth + 1)
        return
      case 116:
        return this.skip(this.number())
      default:
        throw new Unreadable()
    }
  }

  private deleted(): number[] {
    const deleted: number[] = []
    const seen = new Set<number>()
    for (let clients = this.number(); clients > 0; clients--) {
      const client = this.number()
      const count = this.number()
      if (seen.has(client) || deleted.length / 3 + count > this.parts) throw new Unreadable()
      seen.add(client)
      for (let i = 0; i < count; i++) {
        const clock = this.number()
        const length = this.number()
        if (length < 1 || clock + length > most) throw new Unreadable()
        deleted.push(client, clock, length)
      }
    }
    return deleted
  }

  private byte(): number {
    if (this.pos >= this.bytes.length) throw new Unreadable()
    return this.bytes[this.pos++]!
  }

  private skip(length: number): void {
    this.pos += length
    if (this.pos > this.bytes.length) throw new Unreadable()
  }

  /** lib0's varUint, which may not be padded: with enough padding lib0 makes it no number at all. */
  private number(): number {
    const first = this.byte()
    if (first < 128) return first
    let value = first & 127
    for (let factor = 128; ; factor *= 128) {
      const byte = this.byte()
      value += (byte & 127) * factor
      if (byte < 128) {
        if (value > most || byte === 0) throw new Unreadable()
        return value
      }
      if (factor > 2 ** 49) throw new Unreadable()
    }
  }

  /** lib0's varInt: six bits in the first byte, seven in each other. */
  private integer(): void {
    let byte = this.byte()
    for (let left = 8; byte >= 128; left--) {
      if (left === 0) throw new Unreadable()
      byte = this.byte()
    }
  }

  /** Passes over a string and gives its length in UTF-16. */
  private text(): number {
    const length = this.number()
    const from = this.pos
    this.skip(length)
    for (let i = from; i < this.pos; i++) if (this.bytes[i]! > 127) return this.decoded(from).length
    return length
  }

  private name(): string {
    const length = this.number()
    if (length > longestName) throw new Unreadable()
    const from = this.pos
    this.skip(length)
    return this.decoded(from)
  }

  /** A name of a value; `__proto__` would give the value another nature. */
  private key(): void {
    const from = this.pos
    if (this.text() === 9 && this.pos - from === 10 && this.decoded(from + 1) === '__proto__')
      throw new Unreadable()
  }

  private json(mayBeUndefined: boolean): void {
    const length = this.number()
    const from = this.pos
    this.skip(length)
    const text = this.decoded(from)
    if (mayBeUndefined && text === 'undefined') return
    try {
      if (nestingOf(text) > mostNested) throw new Unreadable()
      JSON.parse(text)
    } catch {
      throw new Unreadable()
    }
  }

  private decoded(from: number): string {
    try {
      return decodeUtf8.decode(this.bytes.subarray(from, this.pos))
    } catch {
      throw new Unreadable()
    }
  }
}

/** How deep the brackets of a JSON text go; those within strings count too, which errs on the safe side. */
function nestingOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (let i = 0; i < json.length; i++) {
    const character = json.charCodeAt(i)
    if (character === 91 || character === 123) deepest = Math.max(deepest, ++depth)
    else if (character === 93 || character === 125) depth--
  }
  return deepest
}
