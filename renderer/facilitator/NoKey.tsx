import { KeyRound } from 'lucide-react'
import { EmptyState } from '../ui/EmptyState'
import { useText } from '../ui/language'

/** The page was opened without the key of this launch: it can't show the library. */
export function NoKey() {
  const t = useText('home')
  return (
    <main>
      <EmptyState isWholePage icon={<KeyRound />} title={t('noKey.title')} text={t('noKey.text')} />
    </main>
  )
}
