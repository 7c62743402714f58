// Lays out the whole document: reads the session once, adds the sheets of every page asked for, numbers them.
import type { PrintTask, PrintWarning } from '../../shared/bridge/printAddress'
import { formatOf } from '../ui/format'
import { localeOf, textOf } from '../ui/language'
import { printBusinessModel } from './businessModel/printBusinessModel'
import { element } from './element'
import { printFinancingPlan } from './financingPlan/printFinancingPlan'
import { printImpactChain } from './impactChain/printImpactChain'
import type { Printing } from './printing'
import { readSession, type PrintedSession } from './readSession'
import { addSheet, numberSheets, paperSizes, type SheetFrame } from './sheet'
import { printWhiteboard } from './whiteboard/printWhiteboard'
import styles from './list.module.css'

export interface PrintedDocument {
  sheets: number
  warnings: PrintWarning[]
}

/** Fills the document. All that it shows is there when this resolves. @throws as readSession does. */
export async function printDocument(task: PrintTask, now: number): Promise<PrintedDocument> {
  const session = await readSession(task)
  try {
    return await layOut(task, session, now)
  } finally {
    await session.close()
  }
}

async function layOut(task: PrintTask, session: PrintedSession, now: number): Promise<PrintedDocument> {
  const { order } = task
  const text = textOf('print')
  const frame: SheetFrame = {
    paper: order.paper,
    sessionTitle: session.title,
    date: formatOf(localeOf[order.language]).day(now),
    mark: order.mark ? text(`mark.${order.mark}`) : '',
    pageOf: (page, pages) => text('pageOf', { page, pages }),
  }
  document.title = session.title || text('untitled')
  setPaper(order.paper)
  await loadFonts()
  const relay = { url: task.relay, token: task.token }
  const printing: Printing = {
    frame,
    session,
    relay,
    language: order.language,
    locale: localeOf[order.language],
    today: new Date(now).toISOString().slice(0, 10),
    text,
    modelText: textOf('businessModel'),
    chainText: textOf('impactChain'),
    planText: textOf('financingPlan'),
    sdgText: textOf('sdg'),
  }
  const warnings: PrintWarning[] = []
  for (const page of session.pages) {
    if (page.kind === 'businessModel') printBusinessModel(printing, page)
    else if (page.kind === 'impactChain') printImpactChain(printing, page)
    else if (page.kind === 'financingPlan') printFinancingPlan(printing, page)
    else if (page.kind === 'whiteboard') warnings.push(...(await printWhiteboard(printing, page)))
    else {
      const { body } = addSheet(frame, { title: page.page.title, starts: 'page' })
      body.append(element('p', { class: styles.empty }, text('unknownKind')))
    }
  }
  const sheets = numberSheets(frame)
  await document.fonts.ready
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  return { sheets, warnings }
}

/** The paper as the print engine and the sheets want it. A constructed sheet, because an `@page` rule takes no variables. */
function setPaper(paper: SheetFrame['paper']): void {
  const [width, height] = paperSizes[paper]
  const rules = new CSSStyleSheet()
  rules.replaceSync(
    `@page { size: ${width}mm ${height}mm; margin: 0 }
     :root { --paper-width: ${width}mm; --paper-height: ${height}mm }`,
  )
  document.adoptedStyleSheets = [rules]
}

/** Text is measured while it is laid out, so its fonts must be there first, each script's and weight's. */
async function loadFonts(): Promise<void> {
  const samples = ['Aå', 'ابج']
  const looks = ['400 10pt', '700 10pt']
  const family = getComputedStyle(document.documentElement).fontFamily
  await Promise.all(
    samples.flatMap((sample) => looks.map((look) => document.fonts.load(`${look} ${family}`, sample))),
  )
}
