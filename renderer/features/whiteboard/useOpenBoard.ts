import { useEffect, useState } from 'react'
import { createTLStore, defaultBindingUtils, type TLStore } from 'tldraw'
import type { Room, Session } from '../../document/session'
import { bindBoard, type BoardBinding } from './bindBoard'
import { openBoardAssets } from './boardAssets'
import { openBoardUser, type BoardUser } from './boardUser'
import { narrowUndo } from './narrowUndo'
import { userIdOf } from './boardPresence'
import { shownShapeUtils } from './shownShapes'

export interface OpenBoard {
  store: TLStore
  binding: BoardBinding
  user: BoardUser
}

/** A board's store, filled and tied to the room's document for as long as the component is there. */
export function useOpenBoard(session: Session, room: Room): OpenBoard | null {
  const [board, setBoard] = useState<OpenBoard | null>(null)
  useEffect(() => {
    const assets = openBoardAssets(session)
    const store = createTLStore({ shapeUtils: shownShapeUtils, bindingUtils: defaultBindingUtils, assets })
    const binding = bindBoard({ doc: room.doc, store, canWrite: room.rights().canWrite })
    const user = openBoardUser(userIdOf(room.awareness.clientID), session.self.name)
    narrowUndo(store)
    setBoard({ store, binding, user })
    const leaving = () => binding.flush()
    const hiding = () => document.visibilityState === 'hidden' && binding.flush()
    window.addEventListener('pagehide', leaving)
    document.addEventListener('visibilitychange', hiding)
    window.addEventListener('pointerup', leaving)
    return () => {
      window.removeEventListener('pagehide', leaving)
      document.removeEventListener('visibilitychange', hiding)
      window.removeEventListener('pointerup', leaving)
      setBoard(null)
      binding.close()
      user.close()
      assets.close()
    }
  }, [session, room])
  return board
}
