// Makes a new session's content from a template.
import * as Y from 'yjs'
import { addNotes } from '../../shared/document/businessModel'
import { addPage, showPage, startSession } from '../../shared/document/control'
import { putBoard } from '../../shared/document/whiteboard'
import type { NewSession } from '../../shared/relay/library'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'
import { englishTemplates } from '../../shared/templates/english'
import { startCanvas } from '../../shared/templates/startCanvas'
import { swedishTemplates } from '../../shared/templates/swedish'
import type { TemplatePage } from '../../shared/templates/template'
import { makeDemo } from './demo'
import type { SessionContent } from './sessionContent'

/** @param now ms since 1970. */
export function fillTemplate(wanted: NewSession, now: number): SessionContent {
  if (wanted.template === 'filledExample') return makeDemo(now, { title: wanted.title || undefined })
  const template = (wanted.language === 'sv' ? swedishTemplates : englishTemplates)[wanted.template]
  const control = new Y.Doc()
  const rooms = new Map<RoomName, Uint8Array>()
  startSession(control, { title: wanted.title || template.title, purpose: template.purpose, now })
  template.pages.forEach((page, at) => {
    const id = addPage(control, { kind: page.kind, title: page.title, now })
    if (at === 0) showPage(control, id)
    const doc = fillPage(page, wanted.language, now)
    if (doc) rooms.set(roomOfPage(id), Y.encodeStateAsUpdate(doc))
  })
  rooms.set('control', Y.encodeStateAsUpdate(control))
  return { rooms, assets: new Map() }
}

/** The page's document, or undefined for an empty page, whose room is made when somebody writes in it. */
function fillPage(page: TemplatePage, language: string, now: number): Y.Doc | undefined {
  const doc = new Y.Doc()
  if (page.kind === 'whiteboard') {
    if (page.records.length === 0) return undefined
    putBoard(doc, page.records, 'template')
  } else if (page.kind === 'impactChain' || page.kind === 'financingPlan') {
    startCanvas[page.kind](doc, now)
  } else {
    if (page.notes.length === 0) return undefined
    addNotes(
      doc,
      page.notes.map((note) => ({ ...note, language, now })),
    )
  }
  return doc
}
