import { useEffect } from 'react'
import { useEditor } from 'tldraw'
import type { Room } from '../../document/session'
import { userIdOf } from './boardPresence'
import { useOthers } from './useOthers'

/** On a screen in the room: no tools, and the part of the board that the facilitator looks at. */
export function ScreenView({ room }: { room: Room }) {
  const editor = useEditor()
  const leader = useOthers(room).find(({ role }) => role === 'facilitator')?.clientId
  useEffect(() => {
    if (leader === undefined) return
    editor.startFollowingUser(userIdOf(leader))
    return () => void editor.stopFollowingUser()
  }, [editor, leader])
  return null
}
