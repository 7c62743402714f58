import { DoorOpen } from 'lucide-react'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { Notice } from '../Notice'
import type { Waiting } from './useWaitingRoom'

/** Tells who leads that somebody waits, wherever they are. */
export default function WaitingNotice({ waiting, show }: { waiting: Waiting; show: () => void }) {
  const t = useText('people')
  const { people, admit, refuse } = waiting
  const [first] = people
  if (!first) return null
  if (people.length > 1)
    return (
      <Notice icon={<DoorOpen />}>
        {t('waiting.several', { count: people.length })}
        <Button size="small" onPress={() => admit(people.map(({ id }) => id))}>
          {t('waiting.admitAll')}
        </Button>
        <Button size="small" variant="quiet" onPress={show}>
          {t('waiting.show')}
        </Button>
      </Notice>
    )
  return (
    <Notice icon={<DoorOpen />}>
      {t('waiting.one', { name: first.name })}
      <Button size="small" onPress={() => admit([first.id])}>
        {t('waiting.admit')}
      </Button>
      <Button size="small" variant="quiet" onPress={() => refuse([first.id])}>
        {t('waiting.refuse')}
      </Button>
    </Notice>
  )
}
