// What a person can do with the chain, each one step to undo.
import type { Room } from '../../document/session'
import { textOf } from '../../ui/language'
import { toast } from '../../ui/toast'
import {
  chainTables,
  removeElements,
  setChainFacts,
  setMeasurement,
  type ChainFacts,
  type ChainTable,
  type TickedList,
} from '../../../shared/document/impactChain'
import {
  addAssumption,
  addElement,
  addIndicator,
  addLink,
  addRecord,
  addTargetGroup,
  dropAssumption,
  moveElement,
  orderElements,
  removeLink,
  tick,
} from '../../../shared/document/impactChainEdit'
import { newId } from '../../../shared/document/ids'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import type { PlainValue } from '../../../shared/document/recordTable'
import type { Step } from '../../../shared/impact/steps'

type Removable = 'indicator' | 'targetGroup' | 'stakeholder' | 'assumption' | 'sroiLine'

export interface ChainActions {
  addElement(step: Step, title?: string): string | null
  moveElement(id: string, step: Step, next: string | null): void
  /** Deletes, and offers to undo. */
  removeElement(id: string): void
  link(from: string, to: string): string | null
  removeLink(id: string): void
  addAssumption(linkId: string): string | null
  dropAssumption(linkId: string, assumptionId: string): void
  addIndicator(elementId: string): string | null
  add(table: ChainTable, values?: Readonly<Record<string, PlainValue>>): string | null
  /** A new target group, ticked on an element where one is given. */
  addTargetGroup(name: string, elementId?: string): void
  set(table: ChainTable, id: string, values: Readonly<Record<string, PlainValue | undefined>>): void
  tick(table: ChainTable, id: string, list: TickedList, member: string, isTicked: boolean): void
  move(table: ChainTable, id: string, next: string | null): void
  remove(table: ChainTable, id: string, what: Removable): void
  bringBack(table: ChainTable, id: string): void
  setFacts(change: Partial<ChainFacts>): void
  measure(indicatorId: string, id: string | null, measured: { date: string; value: number } | null): void
  order(ids: readonly string[]): void
  undo(): void
  redo(): void
  /** Whether this page itself is just now changing the chain, rather than somebody else. */
  isActing(): boolean
}

export function chainActions(room: Room, undo: OwnUndo): ChainActions {
  const page = room.doc
  let acting = false
  /** A step of its own, if this person may write at all. */
  const step = <T>(act: () => T): T | null => {
    if (!room.rights().canWrite) return null
    undo.separate()
    acting = true
    try {
      return act()
    } finally {
      acting = false
      undo.separate()
    }
  }
  const offerUndo = (text: string, bringBack: () => void) => {
    const t = textOf('impactChain')
    toast({ text, action: { label: t('toast.undo'), onAction: bringBack } })
  }
  const actions: ChainActions = {
    addElement: (at, title) => step(() => addElement(page, { step: at, ...(title && { title }) })),
    moveElement: (id, at, next) => void step(() => moveElement(page, id, at, next)),
    removeElement(id) {
      if (!room.rights().canWrite) return
      step(() => removeElements(page, [id]))
      const text = textOf('impactChain')('toast.removed.element')
      offerUndo(text, () => actions.bringBack('elements', id))
    },
    link: (from, to) => step(() => addLink(page, from, to)),
    removeLink(id) {
      const bringBack = step(() => removeLink(page, id))
      if (bringBack) offerUndo(textOf('impactChain')('toast.removed.link'), () => step(bringBack))
    },
    addAssumption: (linkId) => step(() => addAssumption(page, linkId)),
    dropAssumption(linkId, assumptionId) {
      const bringBack = step(() => dropAssumption(page, linkId, assumptionId))
      if (bringBack) offerUndo(textOf('impactChain')('toast.removed.assumption'), () => step(bringBack))
    },
    addIndicator: (elementId) => step(() => addIndicator(page, elementId)),
    add: (table, values) => step(() => addRecord(page, table, values ? { values } : {})),
    addTargetGroup: (name, elementId) => void step(() => addTargetGroup(page, name, elementId)),
    set: (table, id, values) => void step(() => chainTables[table].set(page, id, values)),
    tick: (table, id, list, member, isTicked) =>
      void step(() => tick(page, table, id, list, member, isTicked)),
    move: (table, id, next) => void step(() => chainTables[table].move(page, id, next)),
    remove(table, id, what) {
      if (!room.rights().canWrite) return
      step(() => chainTables[table].remove(page, [id]))
      offerUndo(textOf('impactChain')(`toast.removed.${what}`), () => actions.bringBack(table, id))
    },
    bringBack: (table, id) => void step(() => chainTables[table].show(page, [id])),
    setFacts: (change) => void step(() => setChainFacts(page, change)),
    measure: (indicatorId, id, measured) =>
      void step(() => setMeasurement(page, indicatorId, id ?? newId(8), measured)),
    order: (ids) => void step(() => orderElements(page, ids)),
    undo: () => void step(() => undo.undo()),
    redo: () => void step(() => undo.redo()),
    isActing: () => acting,
  }
  return actions
}
