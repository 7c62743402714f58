// Places in a list as strings that sort, so that two people who move different things never collide.
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A key that sorts (by code unit) after `before` and before `after`; null is the end of the list.
 * Some random digits follow, so that two people inserting at one place at once get different keys.
 * @throws when `before` does not sort before `after`.
 */
export function orderBetween(before: string | null, after: string | null): string {
  if (before !== null && after !== null && before >= after)
    throw new Error(`no place between ${before} and ${after}`)
  let key = ''
  let upperOpen = after === null
  for (let at = 0; ; at++) {
    const low = before !== null && at < before.length ? digits.indexOf(before[at]!) : 0
    const high = upperOpen ? digits.length : at < after!.length ? digits.indexOf(after![at]!) : 0
    if (high - low > 1) {
      key += digits[before === null && after === null ? 31 : low + Math.ceil((high - low) / 2)]
      break
    }
    key += digits[low]
    if (low < high) upperOpen = true
  }
  for (const byte of crypto.getRandomValues(new Uint8Array(3))) key += digits[1 + (byte % 61)]
  return key
}

/** Sorts by `order`, then by `id`, so that every peer shows one sequence. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  return a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
