import { Users } from 'lucide-react'
import { leads } from '../../../shared/relay/roles'
import { listMembers } from '../../document/people'
import type { Session } from '../../document/session'
import { useAsked } from '../../document/useAsked'
import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import css from './share.module.css'

const named = 12

/** How many have come in, and who, as it happens. */
export function Joined({ session }: { session: Session }) {
  const t = useText('sharing')
  const format = useFormat()
  const { value: members } = useAsked(session, 'members', listMembers)
  const guests = (members ?? []).filter(({ role, here }) => !leads(role) && role !== 'projector' && here)
  const names = guests.slice(0, named).map((member) => member.name)
  return (
    <div className={css.joined} role="status">
      <Users size={24} aria-hidden="true" />
      <div>
        <p className={css.count}>
          {guests.length === 0 ? t('nobody') : t('joined', { count: guests.length })}
        </p>
        {names.length > 0 && (
          <p className={css.names} dir="auto">
            {guests.length > named ? `${names.join(', ')} …` : format.list(names)}
          </p>
        )}
      </div>
    </div>
  )
}
