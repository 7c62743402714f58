import { DoorOpen, Hourglass, WifiOff } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import { Mark } from '../ui/Mark'
import { useDocumentTitle } from '../ui/useDocumentTitle'
import { LanguageChoice } from './LanguageChoice'
import type { Membership } from './membership'
import { useTicket } from './useTicket'
import { giveUpTicket, type Waiting } from './waiting'
import css from './join.module.css'

export interface WaitingScreenProps {
  relayUrl: string
  waiting: Waiting
  onJoined: (membership: Membership) => void
  /** They ask anew, or give up. */
  onOver: () => void
}

/** Until somebody who leads lets one in: what happens now, and that there is nothing to do. */
export default function WaitingScreen({ relayUrl, waiting, onJoined, onOver }: WaitingScreenProps) {
  const t = useText('guest')
  const ticket = useTicket(relayUrl, waiting.ticket)
  const isWaiting = ticket.state === 'waiting' || ticket.state === 'offline'
  const words = isWaiting ? 'waits' : ticket.state === 'refused' ? 'refused' : 'tooLong'
  useDocumentTitle(t(`waiting.${words}.title`))

  useEffect(() => {
    if (ticket.state !== 'joined') return
    const { sessionId, token, role, memberId } = ticket
    onJoined({ sessionId, token, role, memberId, name: waiting.name, secret: waiting.secret })
  }, [ticket, waiting, onJoined])

  const giveUp = () => {
    if (isWaiting) void giveUpTicket(relayUrl, waiting.ticket)
    onOver()
  }
  if (ticket.state === 'joined') return null
  return (
    <main className={css.place}>
      <div className={css.card}>
        <p className={css.brand}>
          <Mark />
          {t('app')}
        </p>
        <LanguageChoice />
        <div className={css.waits}>
          {isWaiting ? <Hourglass size={40} aria-hidden="true" /> : <DoorOpen size={40} aria-hidden="true" />}
          <h1 className={css.title}>{t(`waiting.${words}.title`)}</h1>
          <div role="status" className={css.waitingWords}>
            <p>{t(`waiting.${words}.text`, { name: waiting.name })}</p>
            {ticket.state === 'offline' && (
              <p className={css.problem}>
                <WifiOff size={18} aria-hidden="true" /> {t('waiting.offline')}
              </p>
            )}
          </div>
        </div>
        {isWaiting ? (
          <Button size="large" isWide onPress={giveUp}>
            {t('waiting.giveUp')}
          </Button>
        ) : (
          <Button variant="primary" size="large" isWide onPress={giveUp}>
            {t('waiting.again')}
          </Button>
        )}
      </div>
    </main>
  )
}
