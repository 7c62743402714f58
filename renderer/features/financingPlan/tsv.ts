// Tables as text, the way Excel and LibreOffice put them on the clipboard: tabs between cells, lines between rows.

/** Cells with a tab, a line break or a quotation mark are quoted, and quotation marks in them doubled. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quote).join('\t')).join('\r\n')
}

function quote(cell: string): string {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Reads what {@link writeTsv} and spreadsheets write. The line break that ends a table is no row of its own. */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    let cell = ''
    if (text[at] === '"' && closesQuote(text, at)) {
      at++
      while (text[at] !== '"' || text[at + 1] === '"') {
        cell += text[at]
        at += text[at] === '"' ? 2 : 1
      }
      at++
    } else {
      while (at < text.length && !/[\t\r\n]/.test(text[at]!)) cell += text[at++]
    }
    rows.at(-1)!.push(cell)
    if (at >= text.length) break
    if (text[at] === '\t') at++
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1
      if (at >= text.length) break
      rows.push([])
    }
  }
  return rows
}

/** Whether the quotation mark at `from` opens a quoted cell: one that is closed right before a tab, a line or the end. */
function closesQuote(text: string, from: number): boolean {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at++
    else return at + 1 === text.length || /[\t\r\n]/.test(text[at + 1]!)
  }
  return false
}
