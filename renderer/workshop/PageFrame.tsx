import { FileQuestion } from 'lucide-react'
import { Suspense, useEffect, useMemo } from 'react'
import type { Page } from '../../shared/document/control'
import { roomOfPage } from '../../shared/relay/roles'
import { useRoom } from '../document/hooks'
import type { PageProps } from '../document/page'
import type { Room, Session } from '../document/session'
import { EmptyState } from '../ui/EmptyState'
import { ErrorBoundary } from '../ui/ErrorBoundary'
import { useText } from '../ui/language'
import { PageOpening } from './PageOpening'
import { findKind } from './pageKinds'

export interface PageFrameProps {
  session: Session
  page: Page
  pages: readonly Page[]
  goTo: PageProps['goTo']
  focusOn: string | null
  /** The document is newer than this program: look, don't touch. */
  isReadOnly: boolean
}

/** Opens a page's room and shows it; a fault in it stays in it. */
export function PageFrame({ session, page, pages, goTo, focusOn, isReadOnly }: PageFrameProps) {
  const t = useText('workshop')
  const open = useRoom(session, roomOfPage(page.id))
  const room = useMemo(() => (open && isReadOnly ? onlyToRead(open) : open), [open, isReadOnly])
  const kind = findKind(page.kind)
  useEffect(() => void kind?.load().catch(() => {}), [kind])

  if (!kind)
    return <EmptyState icon={<FileQuestion />} title={t('unknownKind.title')} text={t('unknownKind.text')} />
  if (!room) return <PageOpening />
  return (
    <ErrorBoundary part={page.kind} key={page.id}>
      <Suspense fallback={<PageOpening />}>
        <kind.Component
          session={session}
          room={room}
          page={page}
          pages={pages}
          goTo={goTo}
          focusOn={focusOn}
        />
      </Suspense>
    </ErrorBoundary>
  )
}

function onlyToRead(room: Room): Room {
  const rights = { canWrite: false, reason: 'role' } as const
  return { ...room, rights: () => rights }
}
