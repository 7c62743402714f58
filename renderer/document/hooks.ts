// React's view of a session: each hook gives frozen data that changes only when the document does.
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import {
  pagesInUse,
  readFacts,
  viewPages,
  watchFacts,
  type Page,
  type SessionFacts,
} from '../../shared/document/control'
import type { RecordView } from '../../shared/document/recordView'
import type { RoomRights } from '../../shared/relay/messages'
import type { RoomName } from '../../shared/relay/roles'
import { readPresence } from './presence'
import type { Presence, Room, SaveState, Self, Session } from './session'

/** A room kept open while the component is there; null until its content is there. */
export function useRoom(session: Session, name: RoomName): Room | null {
  const [open, setOpen] = useState<Room | null>(null)
  useEffect(() => {
    const room = session.openRoom(name)
    let current = true
    void room.opened.then(() => current && setOpen(room))
    return () => {
      current = false
      setOpen(null)
      session.closeRoom(room)
    }
  }, [session, name])
  return open?.name === name ? open : null
}

export function useFacts(control: Room): SessionFacts {
  const kept = useRef<SessionFacts | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      kept.current = null
      return watchFacts(control.doc, () => {
        kept.current = null
        changed()
      })
    },
    [control],
  )
  return useSyncExternalStore(subscribe, () => (kept.current ??= readFacts(control.doc)))
}

/** The records of a view; the same array until one changes. */
export function useRecords<T>(view: RecordView<T>): readonly T[] {
  return useSyncExternalStore(view.subscribe, view.records)
}

const views = new WeakMap<Room['doc'], Map<unknown, RecordView<unknown>>>()

/** The view that `make` gives of a room's document; made once, it lives as long as the document. */
export function useView<T>(room: Room, make: (doc: Room['doc']) => RecordView<T>): RecordView<T> {
  let made = views.get(room.doc)
  if (!made) views.set(room.doc, (made = new Map()))
  let view = made.get(make) as RecordView<T> | undefined
  if (!view) made.set(make, (view = make(room.doc)))
  return view
}

/** The pages in use, in their order. */
export function usePages(control: Room): Page[] {
  const all = useRecords(useView(control, viewPages))
  return useMemo(() => pagesInUse(all), [all])
}

export function useSaveState(session: Session): SaveState {
  return useSyncExternalStore(session.subscribe, session.saveState)
}

/** Who this page acts as, also after the relay made it another role. */
export function useSelf(session: Session): Self {
  return useSyncExternalStore(session.subscribe, () => session.self)
}

export function useRights(room: Room): RoomRights {
  return useSyncExternalStore(room.subscribe, room.rights)
}

/** Everybody else in the room. */
export function usePresence(room: Room): Presence[] {
  const kept = useRef<Presence[] | null>(null)
  const subscribe = useCallback(
    (changed: () => void) => {
      const onChange = () => {
        kept.current = null
        changed()
      }
      kept.current = null
      room.awareness.on('change', onChange)
      return () => room.awareness.off('change', onChange)
    },
    [room],
  )
  return useSyncExternalStore(subscribe, () => (kept.current ??= readPresence(room)))
}
