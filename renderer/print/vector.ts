const namespace = 'http://www.w3.org/2000/svg'

/** Makes an SVG element with attributes and children. Text never becomes markup. */
export function vector<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...children: readonly (Node | string)[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(namespace, tag)
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) made.setAttribute(name, String(value))
  made.append(...children)
  return made
}
