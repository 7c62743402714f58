import { Unlink } from 'lucide-react'
import type { Invite } from '../../../../shared/relay/api'
import { Button } from '../../../ui/Button'
import { useFormat } from '../../../ui/format'
import { useText } from '../../../ui/language'
import css from './invites.module.css'

export interface InviteListProps {
  invites: readonly Invite[]
  /** ms since 1970. */
  now: number
  revoke: (invite: Invite) => void
}

/** Links that were made, latest first, and the way to switch each off. */
export function InviteList({ invites, now, revoke }: InviteListProps) {
  const t = useText('invites')
  const workshop = useText('workshop')
  const format = useFormat()
  const about = ({ role, expiresAt, usesLeft }: Invite) => {
    if (usesLeft === 0) return t('list.usedUp')
    if (expiresAt !== null && expiresAt <= now) return t('list.expired')
    const parts = [
      usesLeft === null
        ? t('list.anyNumber')
        : t(role === 'projector' ? 'list.screensLeft' : 'list.left', { count: usesLeft }),
      ...(expiresAt === null ? [] : [t('list.until', { moment: format.moment(expiresAt) })]),
    ]
    return parts.join(' · ')
  }
  if (invites.length === 0) return <p className={css.quiet}>{t('list.none')}</p>
  return (
    <ul className={css.list} aria-label={t('list.title')}>
      {invites.toReversed().map((invite) => (
        <li key={invite.id} className={css.row}>
          <span className={css.words}>
            <span className={css.name}>{workshop(`role.${invite.role}`)}</span>
            <span className={css.quiet}>{about(invite)}</span>
            {invite.createdAt > 0 && (
              <span className={css.quiet}>{t('list.made', { moment: format.moment(invite.createdAt) })}</span>
            )}
          </span>
          <Button size="small" icon={<Unlink />} onPress={() => revoke(invite)}>
            {t('list.revoke')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
