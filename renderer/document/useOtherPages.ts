import { useEffect, useMemo, useState } from 'react'
import { roomOfPage } from '../../shared/relay/roles'
import type { Room, Session } from './session'

/**
 * The rooms of other pages, kept open while the component is there. Each is in the map, under its page's id, once its
 * content is there.
 */
export function useOtherPages(
  session: Session,
  pages: readonly { readonly id: string }[],
): ReadonlyMap<string, Room> {
  const wanted = pages.map(({ id }) => id).join(' ')
  const [opened, setOpened] = useState<ReadonlyMap<string, Room>>(new Map())
  useEffect(() => {
    let isCurrent = true
    const opening = idsOf(wanted).map((id) => ({ id, room: session.openRoom(roomOfPage(id)) }))
    for (const { id, room } of opening)
      void room.opened.then(() => {
        if (isCurrent)
          setOpened((before) => (before.get(id) === room ? before : new Map(before).set(id, room)))
      })
    return () => {
      isCurrent = false
      opening.forEach(({ room }) => session.closeRoom(room))
    }
  }, [session, wanted])
  return useMemo(() => {
    const ids = idsOf(wanted)
    return new Map([...opened].filter(([id]) => ids.includes(id)))
  }, [opened, wanted])
}

const idsOf = (joined: string) => joined.split(' ').filter(Boolean)
