// How a guest goes out: by themselves, or because the relay says so.
import { useEffect, useState } from 'react'
import { me } from '../../shared/relay/api'
import { ask } from '../document/askRelay'
import { useSaveState, useSelf } from '../document/hooks'
import { removeMember } from '../document/people'
import type { Session } from '../document/session'
import type { WhyOut } from './Out'

const lastSaveMs = 3000

export interface Leaving {
  /** What is asked before one leaves: that so many changes are only here, or that one leads. */
  asked: { kind: 'unsaved'; count: number } | { kind: 'leads' } | null
  askToLeave(): void
  leave(): void
  stay(): void
}

export function useLeaving(session: Session, onOut: (why: WhyOut) => void): Leaving {
  const state = useSaveState(session)
  const self = useSelf(session)
  const [asked, setAsked] = useState<Leaving['asked']>(null)
  const refused = state.kind === 'refused' ? state.name : null

  useEffect(() => {
    const goOut = async (why: 'removed' | 'notAdmitted' | 'noSuchRoom') => {
      const told = why === 'removed' ? await whyRemoved(session) : why
      await session.leave()
      onOut(told)
    }
    if (refused === 'removed' || refused === 'notAdmitted' || refused === 'noSuchRoom') void goOut(refused)
  }, [refused, session, onOut])

  const leave = async () => {
    const hasAll = session.saveState().kind === 'saved'
    await session.leave()
    // Who leads, or has left something on this device, may come back as the same person.
    if (self.role === 'facilitator') return onOut('leads')
    if (hasAll) await removeMember(session, self.memberId)
    onOut('left')
  }
  const askToLeave = async () => {
    if (self.role === 'facilitator') return setAsked({ kind: 'leads' })
    await session.whenSaved(lastSaveMs).catch(() => {})
    const now = session.saveState()
    if ((now.kind === 'offline' || now.kind === 'held') && now.waiting > 0)
      setAsked({ kind: 'unsaved', count: now.waiting })
    else await leave()
  }
  return {
    asked,
    askToLeave: () => void askToLeave(),
    leave: () => void leave(),
    stay: () => setAsked(null),
  }
}

/** A closed door and a removal close connections alike; only the relay knows which, and behind a closed door it is silent. */
async function whyRemoved({ relay, sessionId }: Session): Promise<'removed' | 'putOut'> {
  const answer = await ask(`${relay.url}/api/sessions/${sessionId}/me`, me, { bearer: relay.token })
  return !answer.ok && answer.kind === 'notAdmitted' ? 'putOut' : 'removed'
}
