import { useEffect, useState } from 'react'
import type { Editor } from 'tldraw'
import { blocksOf } from '../../../shared/businessModel/layouts'
import { readLayout, type BlockKey } from '../../../shared/document/businessModel'
import type { Page } from '../../../shared/document/control'
import { roomOfPage } from '../../../shared/relay/roles'
import type { Room, Session } from '../../document/session'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/language'
import { Select } from '../../ui/Select'
import { Spinner } from '../../ui/Spinner'
import { toast } from '../../ui/toast'
import { sendNotes } from './sendNotes'
import css from './chrome.module.css'

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

/** Chooses a canvas and a block; the press on a block sends. */
export function SendDialog({ editor, ids, session, page, canvases, goTo, onClose }: SendDialogProps) {
  const t = useText('whiteboard')
  const model = useText('businessModel')
  const [canvasId, setCanvasId] = useState(canvases[0]!.id)
  const [room, setRoom] = useState<Room | null>(null)
  const canvas = canvases.find(({ id }) => id === canvasId)

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

  const send = (block: BlockKey) => {
    if (!room || !canvas) return
    const sent = sendNotes({ editor, ids, from: page.id, to: room.doc, block })
    onClose()
    toast({
      text: t('send.done', { count: sent.length, block: model(`block.${block}.title`) }),
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
      {room && mayWrite && (
        <div className={css.blocks} role="group" aria-label={t('send.block')}>
          {blocksOf(readLayout(room.doc)).map((block) => (
            <Button key={block} isWide onPress={() => send(block)}>
              {model(`block.${block}.title`)}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  )
}
