// Changes that the relay has not acknowledged, kept in this browser so that a reload or a dead battery loses nothing.

/** Where a room's unacknowledged updates wait. */
export interface KeptChanges {
  /** All updates kept for the room, oldest first, with the keys to forget them by. */
  read(): Promise<{ key: number; update: Uint8Array }[]>
  /** Keeps one update and gives its key. */
  keep(update: Uint8Array): Promise<number>
  forget(keys: readonly number[]): Promise<void>
}

const databaseName = 'samverkstad'
const storeName = 'changes'

interface KeptRow {
  session: string
  room: string
  update: Uint8Array
}

/** Opens the browser's store; null where a browser has none (some private modes), and then memory must do. */
async function openDatabase(): Promise<IDBDatabase | null> {
  if (typeof indexedDB === 'undefined') return null
  return await new Promise((resolve) => {
    const opening = indexedDB.open(databaseName, 1)
    opening.addEventListener('upgradeneeded', () => {
      const store = opening.result.createObjectStore(storeName, { autoIncrement: true })
      store.createIndex('room', ['session', 'room'])
      store.createIndex('session', 'session')
    })
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () => resolve(null))
  })
}

let database: Promise<IDBDatabase | null> | null = null
const shared = () => (database ??= openDatabase())

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('the browser store failed')))
  })

/** Keeps a room's changes in IndexedDB, which works on plain http pages too. */
export function keepInBrowser(session: string, room: string): KeptChanges {
  return {
    async read() {
      const db = await shared()
      if (!db) return []
      const store = db.transaction(storeName).objectStore(storeName)
      const range = IDBKeyRange.only([session, room])
      const [rows, keys] = await Promise.all([
        settled<KeptRow[]>(store.index('room').getAll(range)),
        settled(store.index('room').getAllKeys(range)),
      ])
      return rows.map((row, at) => ({ key: keys[at] as number, update: row.update }))
    },
    async keep(update) {
      const db = await shared()
      if (!db) return -1
      const row: KeptRow = { session, room, update }
      return (await settled(db.transaction(storeName, 'readwrite').objectStore(storeName).add(row))) as number
    },
    async forget(keys) {
      const db = await shared()
      if (!db || keys.length === 0) return
      const store = db.transaction(storeName, 'readwrite').objectStore(storeName)
      await Promise.all(keys.map((key) => settled(store.delete(key))))
    },
  }
}

/** Forgets everything kept for a session, when somebody leaves it. */
export async function forgetSession(session: string): Promise<void> {
  const db = await shared()
  if (!db) return
  const store = db.transaction(storeName, 'readwrite').objectStore(storeName)
  const keys = await settled(store.index('session').getAllKeys(session))
  await Promise.all(keys.map((key) => settled(store.delete(key))))
}

/** Keeps nothing: for printing, and for tests. */
export const keepNowhere: KeptChanges = {
  read: async () => [],
  keep: async () => -1,
  forget: async () => {},
}
