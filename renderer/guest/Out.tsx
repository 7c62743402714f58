import { CircleHelp, DoorClosed } from 'lucide-react'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { useText } from '../ui/language'
import css from './join.module.css'

export type WhyOut = 'left' | 'leads' | 'removed' | 'putOut' | 'notAdmitted' | 'noSuchRoom'

export interface OutProps {
  why: WhyOut
  /** What happened at the last try to come back, in words; null before one. */
  problem: string | null
  isTrying: boolean
  onJoinAgain: () => void
  onCheck: () => void
}

/** What a guest sees who is no longer in, and the way back. */
export function Out({ why, problem, isTrying, onJoinAgain, onCheck }: OutProps) {
  const t = useText('guest')
  return (
    <main className={css.place}>
      <EmptyState isWholePage icon={<DoorClosed />} title={t(`out.${why}.title`)} text={t(`out.${why}.text`)}>
        <Button variant="primary" size="large" onPress={onJoinAgain} isPending={isTrying}>
          {t('again')}
        </Button>
        {why === 'removed' && (
          <Button variant="quiet" size="large" icon={<CircleHelp />} onPress={onCheck}>
            {t('notWorking')}
          </Button>
        )}
        <p role="alert" className={css.still}>
          {problem}
        </p>
      </EmptyState>
    </main>
  )
}
