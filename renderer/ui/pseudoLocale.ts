// Turns English into text that looks foreign and runs from right to left, so that layout is tested before any translator
// is asked. Every text shows brackets at both ends: a missing one is a clipped or glued text.
const accents: Record<string, string> = {
  a: 'á',
  c: 'ç',
  d: 'ð',
  e: 'ë',
  g: 'ĝ',
  i: 'ï',
  n: 'ñ',
  o: 'ö',
  s: 'š',
  u: 'ü',
  y: 'ý',
  A: 'Å',
  E: 'Ë',
  O: 'Ø',
  S: 'Š',
}
/** Values (`{{name}}`) and tags (`<b>`) stay as they are. */
const keptParts = /(\{\{[^}]*\}\}|<[^>]*>)/

export type Texts = { readonly [key: string]: string | Texts }

function foreign(text: string): string {
  const parts = text
    .split(keptParts)
    .map((part) =>
      keptParts.test(part) ? part : part.replace(/[a-zA-Z]/g, (letter) => accents[letter] ?? letter),
    )
  // A third longer, as many languages are.
  return `⟦${parts.join('')}${'·'.repeat(Math.ceil(text.length / 4))}⟧`
}

/** The same texts, foreign. */
export function makeForeign(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? foreign(text) : makeForeign(text),
    ]),
  )
}
