import { useEffect, useMemo, useState } from 'react'
import type { Editor } from 'tldraw'
import type { Page } from '../../../shared/document/control'
import { roomOfPage } from '../../../shared/relay/roles'
import type { Room, Session } from '../../document/session'
import { Dialog } from '../../ui/Dialog'
import { localeOf, useLanguage, useText } from '../../ui/language'
import { Select } from '../../ui/Select'
import { Spinner } from '../../ui/Spinner'
import { toast } from '../../ui/toast'
import { readNotes, sendNotes, type SendPlace } from './sendNotes'
import { SendPlaces } from './SendPlaces'

export interface SendDialogProps {
  editor: Editor
  ids: readonly string[]
  session: Session
  page: Page
  /** At least one. */
  canvases: readonly Page[]
  goTo: (pageId: string, id?: string) => void
  onClose: () => void
}

/** Chooses a canvas and a place on it; the press on a place sends. */
export function SendDialog({ editor, ids, session, page, canvases, goTo, onClose }: SendDialogProps) {
  const t = useText('whiteboard')
  const locale = localeOf[useLanguage()]
  const [canvasId, setCanvasId] = useState(canvases[0]!.id)
  const [room, setRoom] = useState<Room | null>(null)
  const canvas = canvases.find(({ id }) => id === canvasId)
  const notes = useMemo(() => readNotes(editor, ids), [editor, ids])

  useEffect(() => {
    const opening = session.openRoom(roomOfPage(canvasId))
    let isCurrent = true
    void opening.opened.then(() => isCurrent && setRoom(opening))
    return () => {
      isCurrent = false
      setRoom(null)
      // Notes that were just sent leave first: a room with something unsaved is not closed.
      session.closeRoom(opening)
    }
  }, [session, canvasId])

  const send = (place: SendPlace, name: string) => {
    if (!room || !canvas) return
    const sent = sendNotes({ notes, from: page.id, canvas, to: room.doc, place, locale })
    onClose()
    toast({
      text: t('send.done', { count: sent.length, block: name }),
      action: { label: t('send.show'), onAction: () => goTo(canvas.id, sent[0]) },
    })
  }
  const mayWrite = room?.rights().canWrite ?? true

  return (
    <Dialog
      title={t('send.title', { count: ids.length })}
      isOpen
      size="medium"
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      {canvases.length > 1 && (
        <Select
          label={t('send.canvas')}
          value={canvasId}
          onChange={setCanvasId}
          choices={canvases.map(({ id, title }) => ({ id, label: title }))}
        />
      )}
      {!room && <Spinner label={t('send.opening')} />}
      {room && !mayWrite && <p>{t('send.locked')}</p>}
      {room && canvas && mayWrite && (
        <SendPlaces canvas={canvas} room={room} notes={notes} locale={locale} send={send} />
      )}
    </Dialog>
  )
}
