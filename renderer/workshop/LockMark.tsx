import { Lock } from 'lucide-react'
import { useText } from '../ui/language'
import css from './pageList.module.css'

/** Beside the name of a page that only those who lead can change. */
export function LockMark({ isLocked }: { isLocked: boolean }) {
  const t = useText('people')
  if (!isLocked) return null
  return <Lock className={css.lock} size={16} role="img" aria-label={t('lock.mark')} />
}
