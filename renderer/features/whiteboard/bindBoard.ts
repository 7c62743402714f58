// Ties a whiteboard's document to tldraw's store, both ways, for as long as the board is open.
import type { TLStore } from 'tldraw'
import * as Y from 'yjs'
import type { BadRecord } from '../../../shared/document/recordView'
import { boardRecords } from '../../../shared/document/whiteboard'
import { takeChanges, type DocumentChanges } from './boardIncoming'
import { sendChanges, type StoreChanges } from './boardOutgoing'
import { keepOwnTexts } from './ownTexts'
import { bringUpToDate, keepSchema, migrationOf, standingOf } from './boardSchema'

export interface BoardBinding {
  /** True when a newer program wrote the board: it is shown, not changed. */
  readonly isNewer: boolean
  /** Records that can't be shown. The same array until that changes. */
  bad(): readonly BadRecord[]
  /** After every change of {@link bad}. */
  subscribe(changed: () => void): () => void
  /** Brings everything changed so far into the document at once. */
  flush(): void
  setCanWrite(canWrite: boolean): void
  /** How changes from others are run, once there is an editor with a history that they must stay out of. */
  setQuietly(quietly: (change: () => void) => void): void
  close(): void
}

export interface BindOptions {
  doc: Y.Doc
  store: TLStore
  canWrite: boolean
  /** ms between two writes while something moves; 20 a second unless said. */
  every?: number
}

/** Loads the document into the store and keeps both alike. */
export function bindBoard({ doc, store, canWrite, every = 50 }: BindOptions): BoardBinding {
  const records = boardRecords(doc)
  const origin = { board: 'own' }
  const listeners = new Set<() => void>()
  const isNewer = standingOf(doc, store) === 'newer'
  let mayWrite = canWrite && !isNewer
  let quietly = (change: () => void) => change()
  let closed = false
  let badList: readonly BadRecord[] = []

  const texts = keepOwnTexts()
  const outgoing = sendChanges({
    doc,
    store,
    origin,
    texts,
    every,
    beforeFirstWrite: () => keepSchema(doc, store),
  })
  const incoming = takeChanges({
    doc,
    store,
    waiting: outgoing.waiting,
    joinText(id, kept, theirs, now) {
      if (!mayWrite) return theirs
      const joined = texts.join(id, kept, theirs, now)
      outgoing.takeText(id, joined !== theirs)
      return joined
    },
    migrate: migrationOf(doc, store),
    quietly: (change) => quietly(change),
  })

  const tellBad = () => {
    const bad = incoming.bad()
    if (bad.size === badList.length && badList.every((each) => bad.get(each.id)?.problem === each.problem))
      return
    badList = Object.freeze([...bad.values()])
    listeners.forEach((changed) => changed())
  }
  const onStore = ({ changes }: { changes: StoreChanges }) => {
    if (mayWrite) outgoing.take(changes)
  }
  // The store tells its listeners once a frame; a new listener makes it tell what it has now.
  const catchUp = () => store.listen(() => {})()

  const onDocument = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
    const changes: DocumentChanges = new Map()
    for (const event of events) {
      if (!(event instanceof Y.YMapEvent)) continue
      if (event.target === records) for (const id of event.keysChanged) changes.set(String(id), null)
      else if (event.path.length === 1) {
        const id = String(event.path[0])
        const known = changes.get(id)
        if (known === null) continue
        const keys = known ?? new Set<string>()
        event.keysChanged.forEach((key) => typeof key === 'string' && keys.add(key))
        changes.set(id, keys)
      }
    }
    if (transaction.origin === origin) incoming.learn(changes)
    else {
      catchUp()
      incoming.take(changes)
    }
    tellBad()
  }

  if (mayWrite) bringUpToDate(doc, store, origin)
  incoming.takeAll()
  tellBad()
  records.observeDeep(onDocument)
  const stopListening = store.listen(onStore, { source: 'user', scope: 'document' })

  return {
    isNewer,
    bad: () => badList,
    subscribe(changed) {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    flush() {
      catchUp()
      outgoing.flush()
    },
    setCanWrite(next) {
      catchUp()
      mayWrite = next && !isNewer
      if (!mayWrite) outgoing.forget()
    },
    setQuietly(next) {
      quietly = next
    },
    close() {
      if (closed) return
      closed = true
      catchUp()
      outgoing.flush()
      stopListening()
      records.unobserveDeep(onDocument)
      listeners.clear()
    },
  }
}
