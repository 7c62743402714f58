import { readWaitingRoom, switchWaitingRoom } from '../../document/people'
import type { Session } from '../../document/session'
import { useAsked } from '../../document/useAsked'
import { useText } from '../../ui/language'
import { Switch } from '../../ui/Switch'
import { toast } from '../../ui/toast'

/** Whether newcomers come in by themselves, or wait until somebody lets them in. */
export function WaitingSwitch({ session }: { session: Session }) {
  const t = useText('invites')
  const ui = useText('ui')
  const { value, take } = useAsked(session, 'waiting', readWaitingRoom)
  const change = async (isOn: boolean) => {
    const answer = await switchWaitingRoom(session, isOn)
    take(answer)
    if (!answer.ok) toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
  }
  if (!value) return null
  return (
    <Switch
      isSelected={value.isOn}
      onChange={(isOn) => void change(isOn)}
      description={
        value.people.length > 0 && value.isOn
          ? t('waiting.offLetsIn', { count: value.people.length })
          : t('waiting.help')
      }
    >
      {t('waiting.label')}
    </Switch>
  )
}
