// Which note this person writes in, and what happens when somebody else deletes it meanwhile.
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PlaceTeller } from '../../document/placeTeller'
import { textOf } from '../../ui/language'
import { toast } from '../../ui/toast'
import type { BusinessModelNote } from '../../../shared/document/businessModel'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import type { RecordView } from '../../../shared/document/recordView'
import { focusNote } from './focusNote'
import type { NoteActions } from './noteActions'
import type { OwnPlace } from './places'

export function useEditing(
  view: RecordView<BusinessModelNote>,
  actions: NoteActions,
  undo: OwnUndo,
  teller: PlaceTeller<OwnPlace>,
) {
  const [editing, setEditing] = useState<string | null>(null)
  const caretRef = useRef<number | null>(null)
  const seen = useRef<BusinessModelNote | null>(null)

  const startEditing = useCallback(
    (id: string) => {
      undo.separate()
      caretRef.current = null
      seen.current = view.record(id) ?? null
      setEditing(id)
    },
    [view, undo],
  )
  const stopEditing = useCallback(
    (goBack: boolean) => {
      const note = seen.current
      seen.current = null
      setEditing(null)
      teller.tell(note ? { block: note.block } : {})
      if (goBack && note) focusNote(note.id, note.block)
    },
    [teller],
  )

  useEffect(
    () =>
      view.subscribe(() => {
        const last = seen.current
        if (!last) return
        const now = view.record(last.id)
        if (now) {
          seen.current = now
          return
        }
        stopEditing(false)
        focusNote(undefined, last.block)
        if (actions.isRemoving()) return
        const t = textOf('businessModel')
        toast({
          text: t('toast.goneWhileTyping'),
          kind: 'problem',
          action: { label: t('toast.bringBack'), onAction: () => actions.bringBack(last) },
        })
      }),
    [view, actions, stopEditing],
  )
  return { editing, caretRef, startEditing, stopEditing }
}
