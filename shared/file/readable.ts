// The readable copy inside a file: plain JSON and Markdown of every page, for a person or an archive without the
// program.
import type * as Y from 'yjs'
import { blockKeys, notesOfBlock, viewNotes } from '../document/businessModel'
import { pageKinds, pagesInUse, readFacts, viewPages, type Page, type PageKind } from '../document/control'
import { readBoard } from '../document/whiteboard'
import { readBoardItems } from './boardText'
import { json, lines, oneLine } from './markdown'
import { writeChain } from './readableChain'
import { writePlan } from './readablePlan'
import { blockHeadings, readableWords, stateWords } from './readableWords'

/**
 * Text files by path (`readable/…`), for all pages in use.
 * @param openPage gives the page's document, or undefined when it cannot be read.
 * @param savedAt ms since 1970: the moment that progress is told for.
 */
export function writeReadable(
  control: Y.Doc,
  openPage: (pageId: string) => Y.Doc | undefined,
  savedAt: number,
): Map<string, string> {
  const view = viewPages(control)
  const pages = pagesInUse(view.records())
  view.close()
  const facts = readFacts(control)
  const files = new Map<string, string>()
  const listed: { file: string; page: Page }[] = []
  pages.forEach((page, at) => {
    const doc = openPage(page.id)
    const written = doc ? writePage(page, doc, savedAt) : undefined
    const name = `${String(at + 1).padStart(2, '0')}-${plainName(page.title)}`
    listed.push({ file: name, page })
    if (!written) return
    files.set(`readable/${name}.md`, written.markdown)
    files.set(`readable/${name}.json`, json(written.plain))
  })
  files.set(
    'readable/session.md',
    lines(
      `# ${oneLine(facts.title)}`,
      '',
      readableWords.about,
      facts.purpose && `\n## ${readableWords.purpose}\n\n${facts.purpose.trim()}`,
      `\n## ${readableWords.pages}\n`,
      ...listed.map(
        ({ page, file }, at) => `${at + 1}. ${oneLine(page.title)} (${kindWord(page.kind)}): ${file}.md`,
      ),
    ),
  )
  files.set(
    'readable/session.json',
    json({
      title: facts.title,
      purpose: facts.purpose,
      createdAt: new Date(facts.createdAt).toISOString(),
      schemaVersion: facts.schemaVersion,
      pages: listed.map(({ page, file }) => ({
        id: page.id,
        kind: page.kind,
        title: page.title,
        file: `${file}.json`,
      })),
    }),
  )
  return files
}

interface Written {
  markdown: string
  plain: unknown
}

function writePage(page: Page, doc: Y.Doc, savedAt: number): Written | undefined {
  if (page.kind === 'businessModel') return writeBusinessModel(page, doc)
  if (page.kind === 'whiteboard') return writeWhiteboard(page, doc)
  if (page.kind === 'impactChain') return writeChain(page, doc, new Date(savedAt).toISOString().slice(0, 10))
  if (page.kind === 'financingPlan') return writePlan(page, doc)
  return undefined
}

function writeBusinessModel(page: Page, doc: Y.Doc): Written {
  const view = viewNotes(doc)
  const notes = view.records()
  view.close()
  const sections = blockKeys
    .map((block) => ({ block, notes: notesOfBlock(notes, block) }))
    .filter((section) => section.notes.length > 0)
  const markdown = lines(
    `# ${oneLine(page.title)}`,
    '',
    readableWords.businessModel,
    ...sections.map((section) =>
      lines(
        `\n## ${blockHeadings[section.block]}\n`,
        ...section.notes.map((note) => {
          const signature = [stateWords[note.state], note.author].filter(Boolean).join(', ')
          return `- ${oneLine(note.text)} (${signature})`
        }),
      ),
    ),
  )
  return { markdown, plain: { kind: page.kind, title: page.title, blocks: sections } }
}

function writeWhiteboard(page: Page, doc: Y.Doc): Written {
  const records = readBoard(doc)
  const items = readBoardItems(records)
  const shapes = records.filter((record) => record.typeName === 'shape')
  const wordless = shapes.length - items.length
  const markdown = lines(
    `# ${oneLine(page.title)}`,
    '',
    readableWords.whiteboard,
    '',
    ...(items.length > 0
      ? items.map((item) =>
          item.type === 'text' ? `\n## ${oneLine(item.text)}\n` : `- ${oneLine(item.text)}`,
        )
      : [`(${readableWords.empty})`]),
    wordless > 0 && `\n${readableWords.pictures}: ${wordless}`,
  )
  return { markdown, plain: { kind: page.kind, title: page.title, items, records } }
}

const kindWord = (kind: string) =>
  (pageKinds as readonly string[]).includes(kind) ? readableWords[kind as PageKind] : readableWords.unknown

/** A title as a file name that every system can write: letters a–z, digits and hyphens. */
export function plainName(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
  return plain || 'page'
}
