import { useState } from 'react'
import type { Invite } from '../../../../shared/relay/api'
import type { Session } from '../../../document/session'
import { useAsked } from '../../../document/useAsked'
import { copyText } from '../../../ui/copyText'
import { Dialog } from '../../../ui/Dialog'
import { useText } from '../../../ui/language'
import { toast } from '../../../ui/toast'
import { InviteForm, type Offered } from './InviteForm'
import { InviteList } from './InviteList'
import { linkOf, listInvites, revokeInvite } from './inviteClient'
import { MadeInvite } from './MadeInvite'
import { useNow } from './useNow'
import css from './invites.module.css'

export interface InvitesDialogProps {
  session: Session
  /** Where guests find the pages, `http://host:port`. */
  address: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Links for one role each: made, listed and switched off. */
export function InvitesDialog({ session, address, isOpen, onOpenChange }: InvitesDialogProps) {
  const t = useText('invites')
  return (
    <Dialog title={t('title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Invites session={session} address={address} />
    </Dialog>
  )
}

function Invites({ session, address }: { session: Session; address: string }) {
  const t = useText('invites')
  const ui = useText('ui')
  const workshop = useText('workshop')
  const sharing = useText('sharing')
  const { value: invites, problem, take } = useAsked(session, 'invites', listInvites)
  const now = useNow()
  const [made, setMade] = useState<{ role: Offered; secret: string } | null>(null)

  const copy = async (text: string) => {
    if (await copyText(text)) toast({ kind: 'done', text: t('made.copied') })
    else toast({ kind: 'problem', text: sharing('notCopied', { link: text }) })
  }
  const onMade = (role: Offered, secret: string) => {
    setMade({ role, secret })
    void listInvites(session).then(take)
  }
  const revoke = async (invite: Invite) => {
    const answer = await revokeInvite(session, invite.id)
    if (!answer.ok && answer.kind !== 'notFound')
      toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
    take(await listInvites(session))
  }

  return (
    <div className={css.invites}>
      <p className={css.quiet}>{t('about')}</p>
      <InviteForm session={session} onMade={onMade} />
      {made && (
        <MadeInvite
          key={made.secret}
          link={linkOf(address, made.role, made.secret)}
          role={workshop(`role.${made.role}`)}
          copy={(text) => void copy(text)}
        />
      )}
      <h3 className={css.title}>{t('list.title')}</h3>
      {problem && <p role="alert">{ui(`problem.${problem}`)}</p>}
      {invites && <InviteList invites={invites} now={now} revoke={(invite) => void revoke(invite)} />}
    </div>
  )
}
