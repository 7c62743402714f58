// Pieces of Markdown and JSON that the readable copy is written with.

/** Lines of a text; false leaves one out. */
export const lines = (...parts: (string | false)[]) =>
  parts.filter((part) => part !== false).join('\n') + '\n'

/** A text of several lines on one. */
export const oneLine = (text: string) => text.trim().replace(/\s*\n\s*/g, ' / ')

export const json = (value: unknown) => JSON.stringify(value, null, 1) + '\n'

/** A table whose columns from `numbersFrom` on (counted from 0) are set to the right, for numbers. */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbersFrom: number = heads.length,
): string {
  const row = (cells: readonly string[]) =>
    `| ${heads.map((_, at) => oneLine(cells[at] ?? '').replaceAll('|', '\\|')).join(' | ')} |`
  const rule = `|${heads.map((_, at) => (at < numbersFrom ? ' --- ' : ' ---: ')).join('|')}|`
  return [row(heads), rule, ...rows.map(row)].join('\n')
}

/** A heading with what stands under it, or nothing when that is empty. */
export function section(heading: string, ...content: (string | false)[]): string {
  const found = content.filter((part) => part !== false && part !== '')
  return found.length === 0 ? '' : `\n## ${heading}\n\n${found.join('\n\n')}\n`
}

/** An unordered list; empty for no items. */
export const list = (items: readonly string[]) => items.map((item) => `- ${oneLine(item)}`).join('\n')
