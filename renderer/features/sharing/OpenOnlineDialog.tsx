import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { OnlineProblem } from '../../../shared/relay/online'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { currentLanguage, useText } from '../../ui/language'
import { TextField } from '../../ui/TextField'
import type { OnlineClient } from './onlineClient'
import css from './online.module.css'

export interface OpenOnlineDialogProps {
  client: OnlineClient
  /** What the person was called before; empty the first time. */
  name: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** With the name they gave. */
  onOpened: (sessionId: string, name: string) => void
}

/** Opens an online workshop by a co-facilitator's link, with a copy of its own on this computer. */
export default function OpenOnlineDialog(props: OpenOnlineDialogProps) {
  const t = useText('online')
  return (
    <Dialog title={t('openOnline.title')} isOpen={props.isOpen} onOpenChange={props.onOpenChange}>
      <OpenOnlineForm {...props} />
    </Dialog>
  )
}

function OpenOnlineForm({ client, name: before, onOpenChange, onOpened }: OpenOnlineDialogProps) {
  const t = useText('online')
  const ui = useText('ui')
  const [link, setLink] = useState('')
  const [name, setName] = useState(before)
  const [isNameless, setNameless] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  const [problem, setProblem] = useState<OnlineProblem | null>(null)
  /** Whoever closes the dialog while they wait is not taken anywhere when they are let in. */
  const isHere = useRef(true)
  useEffect(() => {
    isHere.current = true
    return () => void (isHere.current = false)
  }, [])

  const open = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || link.trim() === '') return
    setNameless(name.trim() === '')
    if (name.trim() === '') return
    setBusy(true)
    setProblem(null)
    const language = currentLanguage() === 'sv' ? 'sv' : 'en'
    let ticket: string | undefined
    while (isHere.current) {
      const answer = await client.open({ link, name, language, ...(ticket && { ticket }) })
      if (!isHere.current) return
      if (answer.ok && answer.value.state === 'waiting') {
        ticket = answer.value.ticket
        setWaiting(true)
        continue
      }
      setBusy(false)
      setWaiting(false)
      if (!answer.ok) setProblem(answer.kind)
      else if (answer.value.state === 'opened') onOpened(answer.value.sessionId, name.trim())
      return
    }
  }
  return (
    <form className={css.opening} onSubmit={(event) => void open(event)}>
      <TextField
        label={t('openOnline.link')}
        description={t('openOnline.help')}
        value={link}
        onChange={setLink}
        autoFocus
        autoComplete="off"
        spellCheck="false"
        maxLength={1000}
        problem={problem && t(`problem.${problem}`)}
      />
      <TextField
        label={t('openOnline.name')}
        description={t('openOnline.nameHelp')}
        value={name}
        onChange={setName}
        autoComplete="name"
        maxLength={60}
        problem={isNameless ? t('openOnline.nameless') : null}
      />
      {isWaiting && (
        <p role="status" className={css.state}>
          {t('openOnline.waiting')}
        </p>
      )}
      <div className={css.choice}>
        <Button onPress={() => onOpenChange(false)}>{ui('cancel')}</Button>
        <Button variant="primary" type="submit" isPending={isBusy}>
          {t('openOnline.open')}
        </Button>
      </div>
    </form>
  )
}
