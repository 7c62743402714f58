import { Keyboard } from 'lucide-react'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Popover } from '../../ui/Popover'
import css from './tools.module.css'

const keys = ['arrows', 'enter', 'escape', 'reorder', 'delete', 'undo'] as const

/** The keys of this place. */
export function Keys() {
  const t = useText('businessModel')
  return (
    <Popover
      label={t('keys.title')}
      trigger={<IconButton label={t('keys.title')} icon={<Keyboard />} className={css.keysButton!} />}
    >
      <h2 className={css.findingsTitle}>{t('keys.title')}</h2>
      <ul className={css.keyList}>
        {keys.map((key) => (
          <li key={key}>{t(`keys.${key}`)}</li>
        ))}
      </ul>
    </Popover>
  )
}
