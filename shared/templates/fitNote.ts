// Chooses how large a sticky note's words may be, where no browser is there to measure them. Errs on the small side.

export interface NoteFit {
  size: 's' | 'm'
  /** Font size in px. */
  fontSizeAdjustment: number
  /** How much taller than a square the note must be. */
  growY: number
}

/** tldraw 3.15: a note is 200 × 200 with 16 of padding; sizes of its text, and its line height. */
const inner = 168
const fontSizes = { m: 22, s: 18 } as const
const lineHeight = 1.35
const smallestFont = 14

/** The note's size for `text`: medium where all of it fits in the square, small where not, taller at last. */
export function fitNote(text: string): NoteFit {
  for (const size of ['m', 's'] as const) {
    const font = Math.min(fontSizes[size], Math.max(smallestFont, Math.floor(inner / widestWord(text))))
    if (countLines(text, font) * font * lineHeight <= inner)
      return { size, fontSizeAdjustment: font, growY: 0 }
  }
  const font = Math.min(fontSizes.s, Math.max(smallestFont, Math.floor(inner / widestWord(text))))
  const height = countLines(text, font) * font * lineHeight
  return { size: 's', fontSizeAdjustment: font, growY: Math.max(0, Math.ceil(height - inner)) }
}

/** Width of a character as a share of the font size; generous, for handwriting and plain letters alike. */
function widthOf(character: string): number {
  if (/[ilj.,:;'’!|íìI ]/.test(character)) return 0.34
  if (/[mwMW@–—…]/.test(character)) return 0.92
  if (/[A-ZÅÄÖÉ]/.test(character)) return 0.7
  return 0.58
}

const width = (text: string) => [...text].reduce((sum, character) => sum + widthOf(character), 0)
const widestWord = (text: string) => Math.max(0.1, ...text.split(/[\s-]+/).map(width))

/** Lines that `text` breaks into at a font size of `font` px. */
export function countLines(text: string, font: number): number {
  let lines = 0
  for (const paragraph of text.split('\n')) {
    let used = 0
    lines++
    for (const word of paragraph.split(/\s+/)) {
      const wide = width(word) * font
      if (used > 0 && used + widthOf(' ') * font + wide > inner) {
        lines++
        used = wide
      } else used += (used > 0 ? widthOf(' ') * font : 0) + wide
    }
  }
  return lines
}
