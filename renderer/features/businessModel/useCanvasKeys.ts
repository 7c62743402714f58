import { useMemo } from 'react'
import { useText } from '../../ui/language'
import { useShortcuts, type Shortcut } from '../../ui/shortcuts'

const none: readonly Shortcut[] = []

/** Lists this page's keys where `?` shows them; none for those who only read. */
export function useCanvasKeys(canWrite: boolean): void {
  const t = useText('businessModel')
  const shortcuts = useMemo<readonly Shortcut[]>(
    () => [
      { keys: ['↑', '↓'], does: t('keys.arrows') },
      { keys: ['Enter'], does: t('keys.enter') },
      { keys: ['Esc'], does: t('keys.escape') },
      { keys: ['Alt+↑', 'Alt+↓'], does: t('keys.reorder') },
      { keys: ['Delete'], does: t('keys.delete') },
      { keys: ['Mod+Z'], does: t('keys.undo') },
      { keys: ['Mod+Y', 'Mod+Shift+Z'], does: t('keys.redo') },
    ],
    [t],
  )
  useShortcuts(t('keys.place'), canWrite ? shortcuts : none)
}
