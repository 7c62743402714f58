// What others change in a financing plan, for those who are told of it.
import type * as Y from 'yjs'
import { planTables, type PlanTable } from './financingPlan'

/**
 * `changed` hears the ids of rows that somebody else touched, table by table; undo and this page's own commands are
 * left out. Returns the way to stop.
 */
export function watchOthersRows(
  page: Y.Doc,
  changed: (table: PlanTable, ids: readonly string[]) => void,
): () => void {
  const stops = (Object.keys(planTables) as PlanTable[]).map((table) => {
    const container = planTables[table].container(page)
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
