// What a text field shows of a shared text, and how the two are kept together while both change.
// While somebody composes a character (Japanese, Swedish accents on a Mac, every word on Android) the field must not be
// touched: then what it shows lags behind the shared text, and each shown character remembers where it now stands.

/** `remove` characters go away at `at`, and `insert` comes instead. */
export interface TextChange {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** The field's text; `places[i]` is where its character i stands in the shared text, or -1 when it is gone there. */
export interface ShownText {
  readonly text: string
  readonly places: readonly number[]
}

/** A field that shows the shared text as it is. */
export function showAll(text: string): ShownText {
  return { text, places: Array.from({ length: text.length }, (_, at) => at) }
}

const isLowSurrogate = (text: string, at: number) => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

/**
 * The smallest change from `before` to `after`; `caret` is where the caret stands in `after`, which tells
 * "one more l in hello" from "one more l after it".
 * @returns null when nothing changed.
 */
export function changeBetween(before: string, after: string, caret: number): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let tail = 0
  const tailMost = Math.min(shorter, Math.max(0, after.length - caret))
  while (tail < tailMost && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++
  let at = 0
  while (at < shorter - tail && before[at] === after[at]) at++
  // A change never begins or ends inside a character that takes two places.
  if (at > 0 && (isLowSurrogate(before, at) || isLowSurrogate(after, at))) at--
  if (tail > 0 && isLowSurrogate(before, before.length - tail)) tail--
  return { at, remove: before.length - tail - at, insert: after.slice(at, after.length - tail) }
}

/** Where the caret at `caret` of the field stands in the shared text: behind the character it stands behind. */
export function caretInShared(shown: ShownText, caret: number): number {
  for (let at = Math.min(caret, shown.places.length) - 1; at >= 0; at--)
    if (shown.places[at]! >= 0) return shown.places[at]! + 1
  return 0
}

/** The field after the shared text changed elsewhere and the field could not be touched. */
export function afterChangeElsewhere(shown: ShownText, change: TextChange): ShownText {
  const end = change.at + change.remove
  const shift = change.insert.length - change.remove
  return {
    text: shown.text,
    places: shown.places.map((place) =>
      place < 0 || place < change.at ? place : place < end ? -1 : place + shift,
    ),
  }
}

/** The field after the person changed it, and what that means for the shared text: changes to make one after the other. */
export function afterInput(
  shown: ShownText,
  change: TextChange,
): { shown: ShownText; changes: readonly TextChange[] } {
  const end = change.at + change.remove
  const places = [...shown.places]
  const changes: TextChange[] = []
  for (let at = end - 1; at >= change.at; at--) {
    const place = places[at]!
    if (place < 0) continue
    const last = changes.at(-1)
    if (last && last.at === place + 1)
      changes[changes.length - 1] = { at: place, remove: last.remove + 1, insert: '' }
    else changes.push({ at: place, remove: 1, insert: '' })
  }
  let next: ShownText = { text: shown.text, places }
  for (const removal of changes) next = afterChangeElsewhere(next, removal)
  const into = caretInShared(next, change.at)
  if (change.insert !== '') {
    const insertion = { at: into, remove: 0, insert: change.insert }
    changes.push(insertion)
    next = afterChangeElsewhere(next, insertion)
  }
  const typed = Array.from({ length: change.insert.length }, (_, at) => into + at)
  return {
    shown: {
      text: shown.text.slice(0, change.at) + change.insert + shown.text.slice(end),
      places: [...next.places.slice(0, change.at), ...typed, ...next.places.slice(end)],
    },
    changes,
  }
}
