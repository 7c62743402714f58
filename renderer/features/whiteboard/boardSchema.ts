// Which version of tldraw's records a board was written with, so that an older one is brought up to date and a newer one
// is left alone.
import type { SerializedSchema, TLRecord, TLStore } from 'tldraw'
import * as Y from 'yjs'
import { z } from 'zod'
import {
  boardRecords,
  keepBoardSchema,
  readBoardSchema,
  unflatten,
  writeKey,
  type BoardRecord,
} from '../../../shared/document/whiteboard'
import { changedKeys, valueOfKey } from '../../../shared/document/whiteboardChange'

const versions = z.object({
  schemaVersion: z.literal(2),
  sequences: z.record(z.string(), z.number().int()),
})

function readVersions(doc: Y.Doc): z.infer<typeof versions> | undefined {
  const kept = readBoardSchema(doc)
  return kept === undefined ? undefined : versions.safeParse(kept).data
}

/** What the board's records are to this program. A board that says nothing was written by the first version. */
export function standingOf(doc: Y.Doc, store: TLStore): 'same' | 'older' | 'newer' {
  const kept = readVersions(doc)
  if (!kept) return readBoardSchema(doc) === undefined ? 'same' : 'newer'
  const own = versions.parse(store.schema.serialize()).sequences
  let standing: 'same' | 'older' = 'same'
  for (const [sequence, version] of Object.entries(kept.sequences)) {
    const ours = own[sequence]
    // A kind of shape that this program leaves out, such as embedded pages, does not make a board newer.
    if (ours === undefined) continue
    if (version > ours) return 'newer'
    if (version < ours) standing = 'older'
  }
  return standing
}

/** Brings one record up to date, whatever the board says of itself at that moment. @throws when tldraw can't. */
export function migrationOf(doc: Y.Doc, store: TLStore): (record: BoardRecord) => BoardRecord {
  let known: unknown
  let from: SerializedSchema | undefined
  return (record) => {
    const kept = readBoardSchema(doc)
    if (kept !== known) {
      known = kept
      from = standingOf(doc, store) === 'older' ? readVersions(doc) : undefined
    }
    if (!from) return record
    const migrated = store.schema.migratePersistedRecord(record as unknown as TLRecord, from)
    if (migrated.type === 'error') throw new Error(`can't be brought up to date: ${migrated.reason}`)
    return migrated.value as unknown as BoardRecord
  }
}

/** Rewrites an older board's records as this program writes them. Those that can't be stay as they are. */
export function bringUpToDate(doc: Y.Doc, store: TLStore, origin: unknown): void {
  if (standingOf(doc, store) !== 'older') return
  const migrate = migrationOf(doc, store)
  doc.transact(() => {
    boardRecords(doc).forEach((kept, id) => {
      if (!(kept instanceof Y.Map)) return
      try {
        const record = unflatten(id, kept)
        const migrated = migrate(record)
        for (const key of changedKeys(record, migrated)) writeKey(kept, key, valueOfKey(migrated, key))
      } catch {
        // It will be told of as a record that can't be shown.
      }
    })
    keepBoardSchema(doc, store.schema.serialize())
  }, origin)
}

/** Writes down with which version this program writes, where the board does not say it yet. */
export function keepSchema(doc: Y.Doc, store: TLStore): void {
  if (readBoardSchema(doc) === undefined) keepBoardSchema(doc, store.schema.serialize())
}
