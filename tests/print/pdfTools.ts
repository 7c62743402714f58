// What poppler's tools say of a PDF.
import { execFileSync } from 'node:child_process'

const run = (tool: string, ...args: string[]) =>
  execFileSync(tool, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

/** All text, as pdftotext finds it; `raw` in the order of drawing. */
export const textOf = (pdf: string, raw = false) => run('pdftotext', ...(raw ? ['-raw'] : []), pdf, '-')

/** The text of one page, from 1. */
export const textOfPage = (pdf: string, page: number) =>
  run('pdftotext', '-f', String(page), '-l', String(page), pdf, '-')

/**
 * Text as two tools can be compared on it: letters as they are meant, whatever form they were drawn in, without spaces
 * and without the marks that say which way text runs.
 */
export const bare = (text: string) =>
  text.normalize('NFKC').replace(/[\s\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]/g, '')

/** One field of pdfinfo; empty when it is not there. */
export function infoOf(pdf: string, field: string): string {
  return new RegExp(`^${field}:\\s*(.*)$`, 'm').exec(run('pdfinfo', pdf))?.[1]?.trim() ?? ''
}

/** The tags, one a line, indented. */
export const tagsOf = (pdf: string) => run('pdfinfo', '-struct-text', pdf)

export function fontsOf(pdf: string): { name: string; isEmbedded: boolean }[] {
  const [, , ...rows] = run('pdffonts', pdf).trimEnd().split('\n')
  return rows.map((row) => ({
    name: row
      .slice(0, 36)
      .trim()
      .replace(/^[A-Z]{6}\+/, ''),
    isEmbedded: /\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(row)?.[1] === 'yes',
  }))
}

/** A page's grey values, row by row, 2 px to the mm. */
export function pictureOf(
  pdf: string,
  page: number,
): { width: number; height: number; at(x: number, y: number): number } {
  const dpi = String(2 * 25.4)
  const file = execFileSync('pdftoppm', ['-gray', '-r', dpi, '-f', String(page), '-l', String(page), pdf], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 64).toString('latin1'))
  if (!head) throw new Error('not a grey picture')
  const width = Number(head[1])
  return { width, height: Number(head[2]), at: (x, y) => file[head[0].length + y * width + x]! }
}
