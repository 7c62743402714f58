import { useState, type FormEvent } from 'react'
import type { OnlineProblem } from '../../../shared/relay/online'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { TextField } from '../../ui/TextField'
import type { OnlineClient } from './onlineClient'
import css from './online.module.css'

export interface OpenOnlineFormProps {
  client: OnlineClient
  /** How the person is shown online. */
  name: () => string
  onOpened: (sessionId: string) => void
}

/** Opens an online workshop by a co-facilitator's link, with a copy of its own on this computer. */
export function OpenOnlineForm({ client, name, onOpened }: OpenOnlineFormProps) {
  const t = useText('online')
  const [link, setLink] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<OnlineProblem | null>(null)

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || link.trim() === '') return
    setBusy(true)
    setProblem(null)
    let ticket: string | undefined
    for (;;) {
      const asked = { link, name: name(), language: 'sv' as const, ...(ticket && { ticket }) }
      const answer = await client.open(asked)
      if (answer.ok && answer.value.state === 'waiting') {
        ticket = answer.value.ticket
        setWaiting(true)
        continue
      }
      setBusy(false)
      setWaiting(false)
      if (!answer.ok) setProblem(answer.kind)
      else if (answer.value.state === 'opened') onOpened(answer.value.sessionId)
      return
    }
  }
  return (
    <form className={css.organisation} onSubmit={(event) => void open(event)}>
      <TextField
        label={t('openOnline.link')}
        description={t('openOnline.help')}
        value={link}
        onChange={setLink}
        autoComplete="off"
        spellCheck="false"
        maxLength={1000}
        problem={problem && t(`problem.${problem}`)}
      />
      {isWaiting && <p role="status">{t('openOnline.waiting')}</p>}
      <Button type="submit" isPending={isBusy}>
        {t('openOnline.open')}
      </Button>
    </form>
  )
}
