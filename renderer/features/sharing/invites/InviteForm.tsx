import { Link } from 'lucide-react'
import { useState } from 'react'
import type { Role } from '../../../../shared/relay/roles'
import { Button } from '../../../ui/Button'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { toast } from '../../../ui/toast'
import type { InviteSource } from './inviteSource'
import { counts, requestOf, untils, type Count, type Until } from './limits'
import css from './invites.module.css'

const offered = ['participant', 'observer', 'coFacilitator', 'projector'] as const satisfies readonly Role[]
export type Offered = (typeof offered)[number]

export interface InviteFormProps {
  source: InviteSource
  onMade: (role: Offered, link: string) => void
}

/** For whom, how long and for how many: then there is a link. */
export function InviteForm({ source, onMade }: InviteFormProps) {
  const t = useText('invites')
  const workshop = useText('workshop')
  const [role, setRole] = useState<Offered>('participant')
  const [until, setUntil] = useState<Until>('revoked')
  const [count, setCount] = useState<Count>('any')
  const [isMaking, setMaking] = useState(false)

  const counted = role === 'projector' ? 'count.screens' : 'count.some'

  const choose = (next: Offered) => {
    setRole(next)
    // Who may lead is one person, unless somebody says otherwise.
    setCount(next === 'coFacilitator' || next === 'projector' ? '1' : 'any')
  }
  const make = async () => {
    setMaking(true)
    const made = await source.make(requestOf(role, until, count, Date.now()))
    setMaking(false)
    if (made.ok) onMade(role, made.value)
    else toast({ kind: 'problem', text: made.sentence })
  }

  return (
    <div className={css.form}>
      <Select
        label={t('role')}
        value={role}
        onChange={choose}
        choices={offered.map((each) => ({
          id: each,
          label: workshop(`role.${each}`),
          description: t(`roleHelp.${each}`),
        }))}
        className={css.wide!}
      />
      <Select
        label={t('until.label')}
        value={until}
        onChange={setUntil}
        choices={untils.map((each) => ({ id: each, label: t(`until.${each}`) }))}
      />
      <Select
        label={t('count.label')}
        value={count}
        onChange={setCount}
        choices={counts.map((each) => ({
          id: each,
          label: each === 'any' ? t('count.any') : t(counted, { count: Number(each) }),
        }))}
      />
      <Button
        variant="primary"
        icon={<Link />}
        onPress={() => void make()}
        isPending={isMaking}
        className={css.maker!}
      >
        {t('make')}
      </Button>
    </div>
  )
}
