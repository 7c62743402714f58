import { DoorClosed } from 'lucide-react'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { useText } from '../ui/language'
import css from './join.module.css'

export type WhyOut = 'left' | 'removed' | 'notAdmitted' | 'noSuchRoom'

/** What a guest sees who is no longer in, and the way back. */
export function Out({ why, onJoinAgain }: { why: WhyOut; onJoinAgain: () => void }) {
  const t = useText('guest')
  return (
    <main className={css.place}>
      <EmptyState isWholePage icon={<DoorClosed />} title={t(`out.${why}.title`)} text={t(`out.${why}.text`)}>
        <Button variant="primary" size="large" onPress={onJoinAgain}>
          {t('again')}
        </Button>
      </EmptyState>
    </main>
  )
}
