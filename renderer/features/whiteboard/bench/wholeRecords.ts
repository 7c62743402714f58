// The plain way to tie a board to a document, to measure against: each record is one value, written whole.
import type { TLRecord, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import { isBoardType } from '../boardTypes'

const recordsOf = (doc: Y.Doc) => doc.getMap<TLRecord>('records')

/** Loads the records and keeps writing what changes. Returns the way to stop. */
export function bindWholeRecords(doc: Y.Doc, store: TLStore): () => void {
  const records = recordsOf(doc)
  const origin = { board: 'whole' }
  const all = [...records.values()]
  store.mergeRemoteChanges(() => store.put(all))
  const onDocument = (event: Y.YMapEvent<TLRecord>, transaction: Y.Transaction) => {
    if (transaction.origin === origin) return
    store.mergeRemoteChanges(() => {
      for (const id of event.keysChanged) {
        const record = records.get(id)
        if (record) store.put([record])
        else store.remove([id as TLRecord['id']])
      }
    })
  }
  records.observe(onDocument)
  const stop = store.listen(
    ({ changes }) =>
      doc.transact(() => {
        for (const record of Object.values(changes.added))
          if (isBoardType(record)) records.set(record.id, record)
        for (const [, record] of Object.values(changes.updated))
          if (isBoardType(record)) records.set(record.id, record)
        for (const { id } of Object.values(changes.removed)) records.delete(id)
      }, origin),
    { source: 'user', scope: 'document' },
  )
  return () => {
    records.unobserve(onDocument)
    stop()
  }
}
