import type { WaitingRoom } from '../../../shared/relay/api'
import { readWaitingRoom, switchWaitingRoom } from '../../document/people'
import type { Session } from '../../document/session'
import { useAsked } from '../../document/useAsked'
import { useText } from '../../ui/language'
import { Switch } from '../../ui/Switch'
import { toast } from '../../ui/toast'

/** The waiting room of the session's own relay. */
export function WaitingSwitch({ session }: { session: Session }) {
  const ui = useText('ui')
  const { value, take } = useAsked(session, 'waiting', readWaitingRoom)
  const change = async (isOn: boolean) => {
    const answer = await switchWaitingRoom(session, isOn)
    take(answer)
    if (!answer.ok) toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
  }
  if (!value) return null
  return <WaitingRoomSwitch waiting={value} change={(isOn) => void change(isOn)} isBusy={false} />
}

export interface WaitingRoomSwitchProps {
  waiting: WaitingRoom
  change: (isOn: boolean) => void
  isBusy: boolean
}

/** Whether newcomers come in by themselves, or wait until somebody lets them in. */
export function WaitingRoomSwitch({ waiting, change, isBusy }: WaitingRoomSwitchProps) {
  const t = useText('invites')
  const count = waiting.people.length
  return (
    <Switch
      isSelected={waiting.isOn}
      isDisabled={isBusy}
      onChange={change}
      description={count > 0 && waiting.isOn ? t('waiting.offLetsIn', { count }) : t('waiting.help')}
    >
      {t('waiting.label')}
    </Switch>
  )
}
