// What this person looks at or writes in may be deleted by somebody else: then they are told, and can bring it back.
import { useEffect, useRef } from 'react'
import type { Room } from '../../document/session'
import { textOf } from '../../ui/language'
import { toast } from '../../ui/toast'
import { chainTables } from '../../../shared/document/impactChain'
import { watchOthersChain } from '../../../shared/document/impactChainEdit'
import type { ChainActions } from './chainActions'
import type { Panel } from './panel/panelKind'

/** Where this person is: a panel, or the text that they write in (`elements/<id>/title`). */
export interface OwnPlaces {
  panel: Panel | null
  field: string | null
}

const openTable = { element: 'elements', link: 'links' } as const

export function useLost(
  room: Room,
  actions: ChainActions,
  where: () => OwnPlaces,
  lostPanel: () => void,
): void {
  const latest = useRef({ where, lostPanel })
  useEffect(() => {
    latest.current = { where, lostPanel }
  })
  useEffect(
    () =>
      watchOthersChain(room.doc, (table, ids) => {
        for (const id of ids) {
          if (chainTables[table].has(room.doc, id) || !chainTables[table].container(room.doc).has(id))
            continue
          const { panel, field } = latest.current.where()
          const isInPanel =
            (panel?.kind === 'element' || panel?.kind === 'link') &&
            openTable[panel.kind] === table &&
            panel.id === id
          if (isInPanel) latest.current.lostPanel()
          if (!isInPanel && !field?.startsWith(`${table}/${id}/`)) continue
          const t = textOf('impactChain')
          toast({
            text: t('toast.goneWhileHere'),
            kind: 'problem',
            action: { label: t('toast.bringBack'), onAction: () => actions.bringBack(table, id) },
          })
        }
      }),
    [room, actions],
  )
}
