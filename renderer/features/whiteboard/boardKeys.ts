import type { Text } from '../../ui/language'
import type { Shortcut } from '../../ui/shortcuts'
import { boardTools } from './boardTools'

/** The keys of a board, for the list of keys. */
export function boardKeys(t: Text): readonly Shortcut[] {
  return [
    { keys: ['Shift+N'], does: t('keys.newNote') },
    ...boardTools.map(({ id, keys }) => ({ keys: [keys], does: t(`tool.${id}`) })),
    { keys: ['Tab', 'Shift+Tab'], does: t('keys.next') },
    { keys: ['Enter'], does: t('keys.write') },
    { keys: ['Mod+Enter'], does: t('keys.color') },
    { keys: ['←', '↑', '→', '↓'], does: t('keys.move') },
    { keys: ['Mod+D'], does: t('duplicate') },
    { keys: ['Delete'], does: t('delete') },
    { keys: ['Mod+G', 'Mod+Shift+G'], does: t('keys.group') },
    { keys: ['Mod+Z', 'Mod+Shift+Z'], does: t('keys.undo') },
    { keys: ['Mod+A'], does: t('keys.all') },
    { keys: ['+', '-', 'Shift+1'], does: t('keys.zoom') },
  ]
}
