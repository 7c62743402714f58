// "Send to…": sticky notes of the board become notes, elements or rows of a canvas, each with a way back.
import { SendHorizontal } from 'lucide-react'
import { Suspense, useState } from 'react'
import { useEditor } from 'tldraw'
import type { Page } from '../../../shared/document/control'
import type { Session } from '../../document/session'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { SendDialog } from './SendDialog'
import { takingKinds } from './SendPlaces'

export interface SendToCanvasProps {
  /** Ids of the selected notes. */
  ids: readonly string[]
  session: Session
  page: Page
  pages: readonly Page[]
  goTo: (pageId: string, id?: string) => void
  isNarrow: boolean
}

/** Nothing where the session has no canvas that takes notes. */
export function SendToCanvas({ ids, session, page, pages, goTo, isNarrow }: SendToCanvasProps) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const [sending, setSending] = useState<readonly string[] | null>(null)
  const canvases = pages.filter(({ kind }) => takingKinds.includes(kind))
  if (canvases.length === 0) return null
  const open = () => setSending(ids)
  return (
    <>
      {isNarrow ? (
        <IconButton label={t('send.open')} icon={<SendHorizontal />} onPress={open} />
      ) : (
        <Button variant="quiet" icon={<SendHorizontal />} onPress={open}>
          {t('send.open')}
        </Button>
      )}
      {/* The canvas's words may have to be loaded: nothing but the dialog waits for them. */}
      <Suspense fallback={null}>
        {sending && (
          <SendDialog
            editor={editor}
            ids={sending}
            session={session}
            page={page}
            canvases={canvases}
            goTo={goTo}
            onClose={() => setSending(null)}
          />
        )}
      </Suspense>
    </>
  )
}
