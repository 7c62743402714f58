// What people do with an impact chain: each command is one step to undo.
import type * as Y from 'yjs'
import { kindOfStep, type Step } from '../impact/steps'
import { localOrigin } from './control'
import {
  chainTables,
  chainTexts,
  inOrder,
  tickKey,
  viewElements,
  viewLinks,
  type ChainTable,
  type TickedList,
} from './impactChain'
import type { PlainValue } from './recordTable'
import type { SharedText } from './sharedText'

type Values = Readonly<Record<string, PlainValue | undefined>>

/** Runs `act` as one step, whatever commands are in it. */
export function changeChain(page: Y.Doc, act: () => void): void {
  page.transact(act, localOrigin)
}

/** Adds a record with all its texts, also the empty ones, so that people can type in them together. Gives its id. */
export function addRecord(
  page: Y.Doc,
  table: ChainTable,
  added: { texts?: Readonly<Record<string, string>>; values?: Values; before?: string } = {},
): string {
  const empty = Object.fromEntries(textKeys(table).map((key) => [key, '']))
  return chainTables[table].add(page, [{ ...added, texts: { ...empty, ...added.texts } }])[0]!
}

function textKeys(table: ChainTable): readonly string[] {
  return table === 'links' ? [] : chainTexts[table]
}

/** A record's text for those who type in it together; undefined when the record is gone or came without it. */
export function openChainText(
  page: Y.Doc,
  table: Exclude<ChainTable, 'links'>,
  id: string,
  key: string,
): SharedText | undefined {
  return chainTables[table].text(page, id, key)
}

/** Adds an element to a column, before another or last. Gives its id. */
export function addElement(
  page: Y.Doc,
  added: {
    step: Step
    title?: string
    before?: string
    negative?: boolean
    source?: { page: string; id: string }
  },
): string {
  const { type, horizon } = kindOfStep(added.step)
  return addRecord(page, 'elements', {
    texts: { title: added.title ?? '' },
    values: {
      type,
      horizon,
      negative: added.negative ?? false,
      ...(added.source && { source: added.source }),
    },
    ...(added.before !== undefined && { before: added.before }),
  })
}

/** Puts an element in a column, before another (of any column) or last. */
export function moveElement(page: Y.Doc, id: string, step: Step, next: string | null): void {
  changeChain(page, () => {
    chainTables.elements.set(page, id, { ...kindOfStep(step) })
    chainTables.elements.move(page, id, next)
  })
}

/** Gives elements the order of `ids`, in one step. Those not named keep their places. */
export function orderElements(page: Y.Doc, ids: readonly string[]): void {
  const view = viewElements(page)
  const places = inOrder(view.records().filter((each) => ids.includes(each.id))).map((each) => each.order)
  view.close()
  chainTables.elements.setMany(
    page,
    ids.slice(0, places.length).map((id, at) => ({ id, values: { order: places[at]! } })),
  )
}

/** Draws a link, unless there is one already. Gives its id. */
export function addLink(page: Y.Doc, from: string, to: string): string {
  const view = viewLinks(page)
  const there = view.records().find((link) => link.from === from && link.to === to)
  view.close()
  return there?.id ?? addRecord(page, 'links', { values: { from, to } })
}

/** Takes a link away together with the assumptions that only it rested on. Gives the way to bring them back. */
export function removeLink(page: Y.Doc, id: string): () => void {
  const alone = assumptionsOnlyOf(page, id)
  changeChain(page, () => {
    chainTables.links.remove(page, [id])
    chainTables.assumptions.remove(page, alone)
  })
  return () =>
    changeChain(page, () => {
      chainTables.links.show(page, [id])
      chainTables.assumptions.show(page, alone)
    })
}

function assumptionsOnlyOf(page: Y.Doc, linkId: string): string[] {
  const view = viewLinks(page)
  const others = new Set(
    view.records().flatMap((link) => (link.id === linkId ? [] : [...link.assumptionIds])),
  )
  const own = view.record(linkId)?.assumptionIds ?? []
  view.close()
  return own.filter((each) => !others.has(each))
}

/** Writes a new assumption on a link. Gives its id. */
export function addAssumption(page: Y.Doc, linkId: string, text = ''): string {
  const { assumptions, links } = chainTables
  const id = assumptions.prepare(page, [{ texts: { text, test: '' }, values: { risk: 'medium' } }])[0]!
  changeChain(page, () => {
    assumptions.show(page, [id])
    links.set(page, linkId, { [tickKey('assumptionIds', id)]: true })
  })
  return id
}

/** Takes an assumption off a link, and away when no other link rests on it. Gives the way to bring it back. */
export function dropAssumption(page: Y.Doc, linkId: string, assumptionId: string): () => void {
  const isAlone = assumptionsOnlyOf(page, linkId).includes(assumptionId)
  const key = tickKey('assumptionIds', assumptionId)
  changeChain(page, () => {
    chainTables.links.set(page, linkId, { [key]: false })
    if (isAlone) chainTables.assumptions.remove(page, [assumptionId])
  })
  return () =>
    changeChain(page, () => {
      chainTables.assumptions.show(page, [assumptionId])
      chainTables.links.set(page, linkId, { [key]: true })
    })
}

/** Ticks a member of a record's list, or not. */
export function tick(
  page: Y.Doc,
  table: ChainTable,
  id: string,
  list: TickedList,
  member: string,
  isTicked: boolean,
): void {
  chainTables[table].set(page, id, { [tickKey(list, member)]: isTicked })
}

/** Adds a target group, ticked on an element where one is given. Gives its id. */
export function addTargetGroup(page: Y.Doc, name: string, elementId?: string): string {
  const { targetGroups, elements } = chainTables
  const id = targetGroups.prepare(page, [{ texts: { name }, values: { kind: 'primary' } }])[0]!
  changeChain(page, () => {
    targetGroups.show(page, [id])
    if (elementId !== undefined) elements.set(page, elementId, { [tickKey('targetGroupIds', id)]: true })
  })
  return id
}

export function addIndicator(page: Y.Doc, elementId: string, name = ''): string {
  return addRecord(page, 'indicators', {
    texts: { name },
    values: { elementId, direction: 'increase', frequency: 'quarter' },
  })
}

/** Takes away for good what was taken away before `before` (ms since 1970), and links and indicators without an end. */
export function purgeChain(page: Y.Doc, before: number): void {
  const gone = new Set(chainTables.elements.purge(page, before))
  for (const [name, table] of Object.entries(chainTables)) if (name !== 'elements') table.purge(page, before)
  if (gone.size === 0) return
  const hanging = (table: ChainTable, ...keys: string[]) => {
    const ids: string[] = []
    chainTables[table].container(page).forEach((record, id) => {
      if (keys.some((key) => gone.has(String(record.get(key))))) ids.push(id)
    })
    return ids
  }
  chainTables.links.drop(page, hanging('links', 'from', 'to'))
  chainTables.indicators.drop(page, hanging('indicators', 'elementId'))
}

/** Ids of records that somebody else touched, by table. */
export type OthersChanges = (table: ChainTable, ids: readonly string[]) => void

/** Tells what others change; undo and this page's own commands are left out. Returns the way to stop. */
export function watchOthersChain(page: Y.Doc, changed: OthersChanges): () => void {
  const stops = (Object.keys(chainTables) as ChainTable[]).map((table) => {
    const container = chainTables[table].container(page)
    const onChange = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      if (transaction.local) return
      const ids = new Set<string>()
      for (const event of events) {
        if (event.path.length > 0) ids.add(String(event.path[0]))
        else for (const id of event.keys.keys()) ids.add(id)
      }
      changed(table, [...ids])
    }
    container.observeDeep(onChange)
    return () => container.unobserveDeep(onChange)
  })
  return () => stops.forEach((stop) => stop())
}
