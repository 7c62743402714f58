// Our own controls around the canvas. tldraw's mark keeps its corner free.
import { useEffect, useMemo } from 'react'
import { useEditor, useValue } from 'tldraw'
import type { Page } from '../../../shared/document/control'
import type { Room, Session } from '../../document/session'
import { currentLanguage, useText } from '../../ui/language'
import { useShortcuts } from '../../ui/shortcuts'
import type { BoardBinding } from './bindBoard'
import { BoardNotices } from './BoardNotices'
import { boardKeys } from './boardKeys'
import { BoardToolbar } from './BoardToolbar'
import { FollowPeople } from './FollowPeople'
import { SelectionBar } from './SelectionBar'
import { UndoControls } from './UndoControls'
import { ZoomControls } from './ZoomControls'
import css from './chrome.module.css'

export interface BoardChromeProps {
  session: Session
  room: Room
  page: Page
  pages: readonly Page[]
  goTo: (pageId: string, id?: string) => void
  binding: BoardBinding
  canWrite: boolean
  pickPictures: () => void
}

export function BoardChrome(props: BoardChromeProps) {
  const { session, room, page, pages, goTo, binding, canWrite, pickPictures } = props
  const t = useText('whiteboard')
  const editor = useEditor()
  const width = useValue('board width', () => editor.getViewportScreenBounds().width, [editor])
  const isNarrow = width < 640
  useShortcuts(
    t('keys.place'),
    useMemo(() => boardKeys(t), [t]),
  )
  useEffect(() => {
    const undo = () => void editor.undo()
    const redo = () => void editor.redo()
    window.addEventListener('samverkstad:undo', undo)
    window.addEventListener('samverkstad:redo', redo)
    return () => {
      window.removeEventListener('samverkstad:undo', undo)
      window.removeEventListener('samverkstad:redo', redo)
    }
  }, [editor])

  useEffect(() => {
    // Messages appear above the tools, not on them.
    const root = document.documentElement
    root.style.setProperty('--page-foot', '120px')
    return () => void root.style.removeProperty('--page-foot')
  }, [])

  return (
    <div className={css.chrome} dir={currentLanguage() === 'x-rtl' ? 'rtl' : 'ltr'}>
      <div className={css.top}>
        <div className={css.group}>{canWrite && <UndoControls />}</div>
        <FollowPeople room={room} isNarrow={isNarrow} />
        <ZoomControls isNarrow={isNarrow} />
      </div>
      <BoardNotices room={room} binding={binding} />
      <div className={css.bottom}>
        {canWrite && (
          <SelectionBar session={session} page={page} pages={pages} goTo={goTo} isNarrow={isNarrow} />
        )}
        <BoardToolbar canWrite={canWrite} width={width} pickPictures={pickPictures} />
      </div>
    </div>
  )
}
