import { useEffect, useState, type FormEvent } from 'react'
import type { OnlineProblem, Organisation } from '../../../shared/relay/online'
import type { Platform } from '../../platform/platform'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { TextField } from '../../ui/TextField'
import type { OnlineClient } from './onlineClient'
import css from './online.module.css'

export interface OrganisationFormProps {
  client: OnlineClient
  platform: Pick<Platform, 'readOrganisation' | 'writeOrganisation' | 'forgetOrganisation'>
  onChanged?: (organisation: Organisation | null) => void
}

/** The organisation's address and key, once; afterwards only the address, and how the key is kept. */
export function OrganisationForm({ client, platform, onChanged }: OrganisationFormProps) {
  const t = useText('online')
  const ui = useText('ui')
  const [kept, setKept] = useState<Organisation | null>()
  const [address, setAddress] = useState('')
  const [key, setKey] = useState('')
  const [problem, setProblem] = useState<OnlineProblem | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    let isHere = true
    void platform.readOrganisation().then((found) => {
      if (!isHere) return
      setKept(found)
      onChanged?.(found)
    })
    return () => {
      isHere = false
    }
  }, [platform, onChanged])

  const change = (organisation: Organisation | null) => {
    setKept(organisation)
    setKey('')
    onChanged?.(organisation)
  }
  const connect = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy || address.trim() === '' || key.trim() === '') return
    setBusy(true)
    const checked = await client.check({ address, key })
    const written = checked.ok ? await platform.writeOrganisation({ address, key }) : null
    setBusy(false)
    setProblem(checked.ok ? (written ? null : 'failed') : checked.kind)
    if (written) change(written)
  }
  if (kept === undefined) return null
  if (kept)
    return (
      <div className={css.organisation}>
        <p>
          {t('organisation.kept')} <strong dir="ltr">{kept.address}</strong>
        </p>
        <p className={kept.protection === 'unreadable' ? css.problem : css.quiet}>
          {t(`protection.${kept.protection}`)}
        </p>
        <Button size="small" onPress={() => void platform.forgetOrganisation().then(() => change(null))}>
          {t('organisation.forget')}
        </Button>
      </div>
    )
  return (
    <form className={css.organisation} onSubmit={(event) => void connect(event)}>
      <p className={css.quiet}>{t('organisation.what')}</p>
      <TextField
        label={t('organisation.address')}
        value={address}
        onChange={setAddress}
        autoComplete="off"
        spellCheck="false"
        maxLength={300}
        className={css.field!}
      />
      <TextField
        label={t('organisation.key')}
        type="password"
        value={key}
        onChange={setKey}
        autoComplete="off"
        maxLength={200}
        className={css.field!}
      />
      {problem && (
        <p role="alert" className={css.problem}>
          {t(`problem.${problem}`)}
        </p>
      )}
      <Button variant="primary" type="submit" isPending={isBusy}>
        {ui('save')}
      </Button>
    </form>
  )
}
