// One sheet of paper: header, body, footer. Headers and footers are the same on every sheet, so that screen readers and
// the tagged PDF take them as decoration; what they say stands once in the first heading.
import type { Paper } from '../../shared/bridge/bridge'
import { element, ownWords } from './element'
import styles from './sheet.module.css'

/** Width and height of the papers, landscape, in mm. */
export const paperSizes: Readonly<Record<Paper, readonly [width: number, height: number]>> = {
  A4: [297, 210],
  A3: [420, 297],
}

/** What stands on every sheet. */
export interface SheetFrame {
  paper: Paper
  sessionTitle: string
  /** The date of printing, in words of the language. */
  date: string
  /** “Draft” or “Final”, or empty. */
  mark: string
  /** “Page 3 of 7”. */
  pageOf: (page: number, pages: number) => string
}

export interface Sheet {
  root: HTMLElement
  body: HTMLElement
}

export interface SheetHeading {
  /** The canvas's or board's own title. */
  title: string
  /** What this sheet shows of it, such as “All text on the board”; empty for its first sheet. */
  part?: string
  /** The first sheet of a canvas carries its heading; the first sheet of a part, the part's. Others repeat them unheard. */
  starts: 'page' | 'part' | 'nothing'
}

/** Adds an empty sheet to the document. */
export function addSheet(frame: SheetFrame, heading: SheetHeading): Sheet {
  const body = element('div', { class: styles.body })
  const root = element(
    'section',
    { class: styles.sheet, 'data-sheet': '', 'data-paper': frame.paper },
    element(
      'header',
      { class: styles.header },
      element('div', { class: styles.titles }, ...headings(heading)),
      ownWords('p', frame.sessionTitle, { class: styles.session, 'aria-hidden': 'true' }),
    ),
    body,
    element(
      'footer',
      { class: styles.footer, 'aria-hidden': 'true' },
      element('p', {}, [frame.date, frame.mark].filter(Boolean).join(' · ')),
      element('p', { class: styles.logos }),
      element('p', { 'data-page-of': '' }),
    ),
  )
  document.body.append(root)
  return { root, body }
}

function headings({ title, part, starts }: SheetHeading): HTMLElement[] {
  const pageTitle =
    starts === 'page'
      ? element('h1', { dir: 'auto', class: styles.title }, title)
      : ownWords('p', title, { class: styles.title, 'aria-hidden': 'true' })
  if (!part) return [pageTitle]
  const partTitle =
    starts === 'part'
      ? element('h2', { class: styles.part }, part)
      : element('p', { class: styles.part, 'aria-hidden': 'true' }, part)
  return [pageTitle, partTitle]
}

/** Writes “Page x of y” on every sheet, and the sheet's number into every reference to it. */
export function numberSheets(frame: SheetFrame): number {
  const sheets = [...document.querySelectorAll<HTMLElement>('[data-sheet]')]
  sheets.forEach((sheet, at) => {
    sheet.dataset.sheet = String(at + 1)
    const foot = sheet.querySelector('[data-page-of]')
    if (foot) foot.textContent = frame.pageOf(at + 1, sheets.length)
  })
  for (const reference of document.querySelectorAll<HTMLElement>('[data-page-of-id]')) {
    const target = document.getElementById(reference.dataset.pageOfId ?? '')
    reference.textContent = target?.closest<HTMLElement>('[data-sheet]')?.dataset.sheet ?? ''
  }
  return sheets.length
}
