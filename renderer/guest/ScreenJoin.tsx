import { MonitorX } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { AskProblem } from '../document/askRelay'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { useText } from '../ui/language'
import { PageOpening } from '../workshop/PageOpening'
import { join, type Entered } from './join'
import css from './join.module.css'

export interface ScreenJoinProps {
  relayUrl: string
  secret: string
  onEntered: (entered: Entered) => void
}

/** A screen in the room comes in by itself: it has no name to type. */
export default function ScreenJoin({ relayUrl, secret, onEntered }: ScreenJoinProps) {
  const t = useText('guest')
  const ui = useText('ui')
  const [problem, setProblem] = useState<AskProblem | null>(null)
  const [tries, setTries] = useState(0)
  const name = t('screen.name')

  useEffect(() => {
    let isHere = true
    void join(relayUrl, { name, secret, code: '' }).then((answer) => {
      if (!isHere) return
      if (answer.ok) onEntered(answer.value)
      else setProblem(answer.kind)
    })
    return () => {
      isHere = false
    }
    // The name is only what it is called: another language is no reason to come in again.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [relayUrl, secret, tries])

  if (!problem) return <PageOpening />
  const text =
    problem === 'unreachable'
      ? t('unreachable')
      : problem === 'wrongCode'
        ? t('screen.spent')
        : ui(`problem.${problem}`)
  return (
    <main className={css.place}>
      <EmptyState isWholePage icon={<MonitorX />} title={t('screen.notIn')} text={text}>
        <Button
          variant="primary"
          size="large"
          onPress={() => {
            setProblem(null)
            setTries((count) => count + 1)
          }}
        >
          {t('screen.again')}
        </Button>
      </EmptyState>
    </main>
  )
}
