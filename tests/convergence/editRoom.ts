// Something that a person might do in a room, by the commands that the interface uses too.
import type * as Y from 'yjs'
import {
  addNotes,
  blockKeys,
  changeNote,
  deleteNotes,
  moveNote,
  openNoteText,
  viewNotes,
} from '../../shared/document/businessModel'
import { addPage, movePage, pagesInUse, renamePage, showPage, viewPages } from '../../shared/document/control'
import {
  planTables,
  setCells,
  setPlanFacts,
  setScenario,
  viewSources,
} from '../../shared/document/financingPlan'
import { chainTables, setChainFacts, viewElements, viewLinks } from '../../shared/document/impactChain'
import {
  addElement,
  addIndicator,
  addLink as linkElements,
  moveElement,
  openChainText,
  removeLink,
} from '../../shared/document/impactChainEdit'
import { addLink, removeLinks, viewLinks as viewCanvasLinks } from '../../shared/document/links'
import { noteColors } from '../../shared/document/noteLook'
import { addPlanRow, newSourceValues, openTitle } from '../../shared/document/planRows'
import type { RecordView } from '../../shared/document/recordView'
import type { SharedText } from '../../shared/document/sharedText'
import { boardRecords, keepRecord, writeKey } from '../../shared/document/whiteboard'
import { steps } from '../../shared/impact/steps'
import type { RoomName } from '../../shared/relay/roles'
import type { Random } from './random'

/** The rooms of the workshop: one of every kind. */
export const roomNames = [
  'control',
  'common',
  'page-wall',
  'page-model',
  'page-chain',
  'page-plan',
] as const satisfies readonly RoomName[]
export type EditedRoom = (typeof roomNames)[number]

const now = 1_760_000_000_000

/** Does one thing in the room `name`. */
export function editRoom(name: EditedRoom, doc: Y.Doc, random: Random): void {
  edits[name](doc, random)
}

const edits: Record<EditedRoom, (doc: Y.Doc, random: Random) => void> = {
  control(doc, random) {
    const pages = pagesInUse(recordsOf(viewPages(doc)))
    const page = random.pick(pages)
    if (!page || (pages.length < 6 && random.chance(0.3)))
      return void addPage(doc, { kind: 'whiteboard', title: `s${random.below(99)}`, now })
    if (random.chance(0.4)) return renamePage(doc, page.id, `t${random.below(99)}`)
    return random.chance(0.5)
      ? movePage(doc, page.id, random.pick(pages)?.id ?? null)
      : showPage(doc, page.id)
  },

  common(doc, random) {
    const link = random.pick(recordsOf(viewCanvasLinks(doc)))
    if (link && random.chance(0.3)) return removeLinks(doc, [link.id])
    const end = (page: string) => ({ page, id: `e${random.below(9)}` })
    addLink(doc, { kind: 'activityCost', a: end('chain'), b: end('plan') })
  },

  'page-wall'(doc, random) {
    const records = boardRecords(doc)
    const id = random.pick([...records.keys()])
    const record = id === undefined ? undefined : records.get(id)
    if (!record || id === undefined || random.chance(0.3)) {
      const made = `shape:${random.below(1e9).toString(36)}`
      const at = { x: random.below(900), y: random.below(900), rotation: 0 }
      const note = { id: made, typeName: 'shape', type: 'note', ...at, props: { color: 'yellow' }, meta: {} }
      return doc.transact(() => void records.set(made, keepRecord(note)))
    }
    if (random.chance(0.1)) return doc.transact(() => records.delete(id))
    doc.transact(() =>
      random.chance(0.5)
        ? writeKey(record, 'at', [random.below(900), random.below(900), 0])
        : writeKey(record, random.chance(0.5) ? 'props.color' : 'props.size', random.pick(noteColors)),
    )
  },

  'page-model'(doc, random) {
    const notes = recordsOf(viewNotes(doc))
    const note = random.pick(notes)
    const block = random.pick(blockKeys)!
    if (!note || random.chance(0.3)) return void addNotes(doc, [{ block, text: `n${random.below(99)}`, now }])
    switch (random.below(4)) {
      case 0:
        return moveNote(doc, note.id, block, null)
      case 1:
        return changeNote(doc, note.id, { color: random.pick(noteColors)! })
      case 2:
        return random.chance(0.3) ? deleteNotes(doc, [note.id], now) : undefined
      default:
        return typeIn(openNoteText(doc, note.id), random)
    }
  },

  'page-chain'(doc, random) {
    const elements = recordsOf(viewElements(doc))
    const [element, other] = [random.pick(elements), random.pick(elements)]
    const step = random.pick(steps)!
    if (!element || !other || random.chance(0.25))
      return void addElement(doc, { step, title: `e${random.below(99)}` })
    switch (random.below(6)) {
      case 0:
        return void linkElements(doc, element.id, other.id)
      case 1: {
        const link = random.pick(recordsOf(viewLinks(doc)))
        return link && void removeLink(doc, link.id)
      }
      case 2:
        return moveElement(doc, element.id, step, null)
      case 3:
        return random.chance(0.3) ? chainTables.elements.remove(doc, [element.id]) : undefined
      case 4:
        return random.chance(0.5)
          ? void addIndicator(doc, element.id, 'mått')
          : setChainFacts(doc, { start: `2027-0${1 + random.below(9)}-01` })
      default:
        return typeIn(openChainText(doc, 'elements', element.id, 'title'), random)
    }
  },

  'page-plan'(doc, random) {
    const source = random.pick(recordsOf(viewSources(doc)))
    if (!source || random.chance(0.25))
      return void addPlanRow(doc, 'sources', { title: 'bidrag', values: newSourceValues('grant') })
    switch (random.below(5)) {
      case 0:
        return setPlanFacts(doc, { firstPeriod: `2027Q${1 + random.below(4)}` })
      case 1:
        return setScenario(doc, 'cautious', { salesFactorBp: 5000 + random.below(5000) })
      case 2:
        return random.chance(0.3) ? planTables.sources.remove(doc, [source.id]) : undefined
      case 3:
        return typeIn(openTitle(doc, 'sources', source.id), random)
      default: {
        const key = `amount.2027Q${1 + random.below(4)}`
        return setCells(doc, [{ table: 'sources', id: source.id, key, value: random.below(1e6) }])
      }
    }
  },
}

function typeIn(text: SharedText | undefined, random: Random): void {
  if (!text) return
  const { length } = text.read()
  const at = random.below(length + 1)
  text.change([{ at, remove: Math.min(random.below(2), length - at), insert: 'åxö'.slice(random.below(3)) }])
}

/** What the view holds just now. */
function recordsOf<T>(view: RecordView<T>): readonly T[] {
  const records = view.records()
  view.close()
  return records
}
