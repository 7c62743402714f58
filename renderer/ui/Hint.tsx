import { Lightbulb, X } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from './IconButton'
import { useText } from './language'
import css from './hint.module.css'

const placeOf = (id: string) => `samverkstad.hint.${id}`

function wasSeen(id: string): boolean {
  try {
    return localStorage.getItem(placeOf(id)) !== null
  } catch {
    // A browser that keeps nothing would show it every time.
    return true
  }
}

/** One sentence for the first time in a place. It goes when it is put away, and does not come back. */
export function Hint({ id, text }: { id: string; text: string }) {
  const t = useText('ui')
  const [isSeen, setSeen] = useState(() => wasSeen(id))
  if (isSeen) return null
  const putAway = () => {
    setSeen(true)
    try {
      localStorage.setItem(placeOf(id), 'seen')
    } catch {
      // Nothing is kept here.
    }
  }
  return (
    <aside className={css.hint} aria-label={t('hint')}>
      <Lightbulb size={20} aria-hidden="true" />
      <p className={css.words}>{text}</p>
      <IconButton size="small" label={t('hintSeen')} icon={<X size={18} />} onPress={putAway} />
    </aside>
  )
}
