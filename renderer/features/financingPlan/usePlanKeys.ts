// The keys of the page, for the list that `?` shows.
import { useMemo } from 'react'
import { useText } from '../../ui/language'
import { useShortcuts } from '../../ui/shortcuts'

export function usePlanKeys(): void {
  const t = useText('financingPlan')
  const keys = useMemo(
    () => [
      { keys: ['↑', '↓', '←', '→'], does: t('keys.move') },
      { keys: ['Mod+↑', 'Mod+↓', 'Home', 'End'], does: t('keys.edge') },
      { keys: ['Enter', 'F2'], does: t('keys.edit') },
      { keys: ['Tab', 'Shift+Tab'], does: t('keys.next') },
      { keys: ['Esc'], does: t('keys.restore') },
      { keys: ['Shift+↓', 'Shift+→'], does: t('keys.select') },
      { keys: ['Mod+C', 'Mod+X', 'Mod+V'], does: t('keys.clipboard') },
      { keys: ['Mod+R'], does: t('keys.fillRight') },
      { keys: ['Delete'], does: t('keys.clear') },
      { keys: ['Alt+Enter'], does: t('keys.details') },
      { keys: ['Alt+↑', 'Alt+↓'], does: t('keys.step') },
      { keys: ['Mod+Delete'], does: t('keys.remove') },
      { keys: ['Mod+Z', 'Mod+Y'], does: t('keys.undo') },
    ],
    [t],
  )
  useShortcuts(t('keys.place'), keys)
}
