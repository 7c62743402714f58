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

/** A paragraph of somebody's own words: its direction follows the text, its language is marked where it is known. */
export function ownWords<K extends 'p' | 'span' | 'div'>(
  tag: K,
  text: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): HTMLElementTagNameMap[K] {
  return element(tag, { dir: 'auto', ...attributes }, text)
}
