/** A child: text, an element, or nothing. */
export type Child = Node | string | null | undefined | false

/** Makes an element with attributes (an absent value leaves one out) and children. Text never becomes markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, value)
  for (const child of children)
    if (child !== null && child !== undefined && child !== false) made.append(child)
  return made
}

/** An amount with its spaces, which no line break should part: `85 000 kr`, `42 %`. */
const amounts = /\d+(?:[ \u00a0]\d{3})*[ \u00a0](?:kr|kronor|%|\d{3})(?![\p{L}\d])/gu

/** Somebody's own words: their direction follows the text, their language is marked where it is known. */
export function ownWords<K extends 'p' | 'span' | 'div'>(
  tag: K,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): HTMLElementTagNameMap[K] {
  const parts: Child[] = []
  let from = 0
  for (const { 0: amount, index } of text.matchAll(amounts)) {
    parts.push(text.slice(from, index), element('span', { class: 'amount' }, amount))
    from = index + amount.length
  }
  return element(tag, { dir: 'auto', ...attributes }, ...parts, text.slice(from))
}
