// Tells the others which cell this person is in.
import { useEffect } from 'react'
import { usePlanPage } from './planContext'
import type { GridState } from './useGrid'

export function useGridPlace({ active, editing }: GridState): void {
  const { tell } = usePlanPage()
  const { line, column } = active
  const isTyping = editing !== null
  useEffect(() => {
    tell({ row: line, key: column, typing: isTyping })
  }, [tell, line, column, isTyping])
}
