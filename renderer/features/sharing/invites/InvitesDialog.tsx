import { useCallback, useEffect, useRef, useState } from 'react'
import type { Invite } from '../../../../shared/relay/api'
import { copyText } from '../../../ui/copyText'
import { Dialog } from '../../../ui/Dialog'
import { useText } from '../../../ui/language'
import { toast } from '../../../ui/toast'
import { InviteForm, type Offered } from './InviteForm'
import { InviteList } from './InviteList'
import type { InviteSource } from './inviteSource'
import { MadeInvite } from './MadeInvite'
import { useNow } from './useNow'
import css from './invites.module.css'

export interface InvitesDialogProps {
  /** Stays the same while the dialog is open. */
  source: InviteSource
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Links for one role each: made, listed and switched off. */
export function InvitesDialog({ source, isOpen, onOpenChange }: InvitesDialogProps) {
  const t = useText('invites')
  return (
    <Dialog title={t('title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Invites source={source} />
    </Dialog>
  )
}

function Invites({ source }: { source: InviteSource }) {
  const t = useText('invites')
  const workshop = useText('workshop')
  const sharing = useText('sharing')
  const { invites, problem, refresh } = useInvites(source)
  const now = useNow()
  const [made, setMade] = useState<{ role: Offered; link: string } | null>(null)

  const copy = async (text: string) => {
    if (await copyText(text)) toast({ kind: 'done', text: t('made.copied') })
    else toast({ kind: 'problem', text: sharing('notCopied', { link: text }) })
  }
  const onMade = (role: Offered, link: string) => {
    setMade({ role, link })
    refresh()
  }
  const revoke = async (invite: Invite) => {
    const revoked = await source.revoke(invite.id)
    if (!revoked.ok) toast({ kind: 'problem', text: revoked.sentence })
    refresh()
  }

  return (
    <div className={css.invites}>
      <p className={css.quiet}>{t('about')}</p>
      <InviteForm source={source} onMade={onMade} />
      {made && (
        <MadeInvite
          key={made.link}
          link={made.link}
          role={workshop(`role.${made.role}`)}
          copy={(text) => void copy(text)}
        />
      )}
      <h3 className={css.title}>{t('list.title')}</h3>
      {problem && <p role="alert">{problem}</p>}
      {invites && <InviteList invites={invites} now={now} revoke={(invite) => void revoke(invite)} />}
    </div>
  )
}

function useInvites(source: InviteSource) {
  const [invites, setInvites] = useState<readonly Invite[] | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const latest = useRef(0)
  const refresh = useCallback(() => {
    const mine = ++latest.current
    void source.list().then((listed) => {
      if (mine !== latest.current) return
      if (listed.ok) setInvites(listed.value)
      setProblem(listed.ok ? null : listed.sentence)
    })
  }, [source])
  useEffect(() => {
    refresh()
    return source.watch(refresh)
  }, [source, refresh])
  return { invites, problem, refresh }
}
