// What who leads can do with a person; what did not work is said, what did can be taken back where that helps.
import { useMemo } from 'react'
import type { MemberChange } from '../../../shared/relay/api'
import type { Answer } from '../../document/askRelay'
import { changeMember, handOver, removeMember, takeOver } from '../../document/people'
import type { Session } from '../../document/session'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import type { Person } from './gatherPeople'

export type GivenRole = NonNullable<MemberChange['role']>

export interface PersonActions {
  rename(person: Person, name: string): void
  setMuted(person: Person, isMuted: boolean): void
  giveRole(person: Person, role: GivenRole): void
  handOver(person: Person): void
  remove(person: Person): void
  /** Becomes facilitator, by `take` where there is a way of one's own, else as a co-facilitator may. */
  takeOver(take?: () => Promise<Answer<null>>): void
}

export function usePersonActions(session: Session): PersonActions {
  const t = useText('people')
  const ui = useText('ui')
  return useMemo(() => {
    const told = async (asking: Promise<Answer<unknown>>, done?: () => void) => {
      const answer = await asking
      if (answer.ok) done?.()
      else toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
    }
    const change = (person: Person, changed: MemberChange, done?: () => void) =>
      void told(changeMember(session, person.memberId, changed), done)
    return {
      rename: (person, name) => change(person, { name }),
      setMuted: (person, isMuted) => change(person, { isMuted }),
      giveRole(person, role) {
        const before = person.role
        change(person, { role }, () =>
          toast({
            text: t(`became.${role}`, { name: person.name }),
            ...(before !== 'facilitator' &&
              before !== 'projector' && {
                action: { label: ui('undo'), onAction: () => change(person, { role: before }) },
              }),
          }),
        )
      },
      handOver: (person) =>
        void told(handOver(session, person.memberId), () =>
          toast({ kind: 'done', text: t('handOver.done', { name: person.name }) }),
        ),
      remove: (person) =>
        void told(removeMember(session, person.memberId), () =>
          toast({ kind: 'done', text: t('remove.done', { name: person.name }) }),
        ),
      takeOver: (take = () => takeOver(session)) =>
        void told(take(), () => toast({ kind: 'done', text: t('takeOver.done') })),
    }
  }, [session, t, ui])
}
