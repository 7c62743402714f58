// Every pair of colours that meet on the screen, in both themes.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { noteColors } from '../../shared/document/noteLook'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

function tokensOf(theme: string): Map<string, string> {
  const block = css.slice(css.indexOf(`[data-theme='${theme}'] {`))
  const inside = block.slice(0, block.indexOf('\n}'))
  return new Map([...inside.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map((found) => [found[1]!, found[2]!]))
}

function lightness(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [light, dark] = [lightness(a), lightness(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

const papers = ['surface', 'surface-raised', 'surface-sunken', 'hover']
const texts: [ink: string, on: string[]][] = [
  ['ink', [...papers, 'accent-soft', 'done-soft', 'link-soft', 'warn-soft', 'danger-soft']],
  ['ink-quiet', papers],
  ['accent', [...papers, 'accent-soft']],
  ['done', [...papers, 'done-soft']],
  ['link', [...papers, 'link-soft']],
  ['warn', [...papers, 'warn-soft']],
  ['danger', [...papers, 'danger-soft']],
  ['accent-ink', ['accent', 'accent-strong']],
  ['danger-ink', ['danger', 'danger-strong']],
  ['surface', ['ink']],
  ['note-ink', noteColors.map((color) => `note-${color}`)],
]
const shapes: [edge: string, on: string[]][] = [
  ['line', papers],
  ['focus', [...papers, 'accent-soft', 'link-soft', ...noteColors.map((color) => `note-${color}`)]],
  ...noteColors.map((color): [string, string[]] => [
    `note-${color}-edge`,
    ['surface', 'surface-raised', 'surface-sunken', `note-${color}`],
  ]),
]

describe.each(['light', 'dark'])('%s', (theme) => {
  const tokens = tokensOf(theme)
  const read = (name: string) => {
    const color = tokens.get(name)
    if (!color) throw new Error(`no token ${name} in ${theme}`)
    return color
  }
  const pairs = (all: [string, string[]][]) =>
    all.flatMap(([ink, on]) => on.map((paper) => [ink, paper] as const))

  test.each(pairs(texts))('%s on %s reads as text', (ink, paper) => {
    expect(contrast(read(ink), read(paper))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(pairs(shapes))('%s on %s can be seen', (edge, paper) => {
    expect(contrast(read(edge), read(paper))).toBeGreaterThanOrEqual(3)
  })
})

test('both themes have the same colours', () => {
  expect([...tokensOf('dark').keys()]).toEqual([...tokensOf('light').keys()])
})
