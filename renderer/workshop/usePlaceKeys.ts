import { useMemo } from 'react'
import { useText } from '../ui/language'
import type { Shortcut } from '../ui/shortcuts'

/** The keys that work everywhere in a workshop. */
export function usePlaceKeys(): readonly Shortcut[] {
  const t = useText('workshop')
  return useMemo(
    () => [
      { keys: ['Tab', 'Shift+Tab'], does: t('keys.next') },
      { keys: ['Enter'], does: t('keys.press') },
      { keys: ['Esc'], does: t('keys.close') },
      { keys: ['F6'], does: t('keys.messages') },
      { keys: ['?'], does: t('keys.list') },
    ],
    [t],
  )
}
