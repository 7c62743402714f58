import { useMemo } from 'react'
import { useText } from '../../ui/language'
import { useShortcuts, type Shortcut } from '../../ui/shortcuts'

/** Lists the keys of this page among those of the place. */
export function useKeys(canWrite: boolean): void {
  const t = useText('impactChain')
  const keys = useMemo<Shortcut[]>(
    () => [
      { keys: ['←', '→', '↑', '↓'], does: t('keys.arrows') },
      { keys: ['Enter'], does: t('keys.enter') },
      { keys: ['Escape'], does: t('keys.escape') },
      ...(canWrite
        ? [
            { keys: ['Alt+↑', 'Alt+↓', 'Alt+←', 'Alt+→'], does: t('keys.move') },
            { keys: ['Delete'], does: t('keys.delete') },
            { keys: ['Mod+Z'], does: t('keys.undo') },
            { keys: ['Mod+Y'], does: t('keys.redo') },
          ]
        : []),
    ],
    [t, canWrite],
  )
  useShortcuts(t('keys.place'), keys)
}
