// A screen in the room: the page that the facilitator is on, its name, and nothing else.
import { LogOut, Maximize } from 'lucide-react'
import { useCallback } from 'react'
import { useFacts, usePages, useRoom } from '../document/hooks'
import type { Room, Session } from '../document/session'
import { EmptyState } from '../ui/EmptyState'
import { IconButton } from '../ui/IconButton'
import { useText } from '../ui/language'
import { LinksProvider } from '../ui/links/LinksProvider'
import { OnScreen } from '../ui/onScreen'
import { useDocumentTitle } from '../ui/useDocumentTitle'
import { PageFrame } from '../workshop/PageFrame'
import { PageOpening } from '../workshop/PageOpening'
import type { WhyOut } from './Out'
import { useLeaving } from './useLeaving'
import css from './screen.module.css'

export interface ScreenWorkshopProps {
  session: Session
  onOut: (why: WhyOut) => void
}

export default function ScreenWorkshop({ session, onOut }: ScreenWorkshopProps) {
  const control = useRoom(session, 'control')
  const leaving = useLeaving(session, onOut)
  return control ? <Screen session={session} control={control} leave={leaving.leave} /> : <PageOpening />
}

const nowhere = () => {}

function Screen({ session, control, leave }: { session: Session; control: Room; leave: () => void }) {
  const t = useText('guest')
  const workshop = useText('workshop')
  const facts = useFacts(control)
  const pages = usePages(control)
  const page = pages.find((each) => each.id === facts.currentPage) ?? pages[0] ?? null
  useDocumentTitle(facts.title)
  const fill = useCallback(() => void document.documentElement.requestFullscreen?.().catch(() => {}), [])

  return (
    <OnScreen value>
      <div className={css.screen}>
        <header className={css.head}>
          <h1 className={css.page} dir="auto">
            {page?.title ?? facts.title}
          </h1>
          {page && (
            <p className={css.workshop} dir="auto">
              {facts.title}
            </p>
          )}
          <span className={css.tools}>
            <IconButton size="small" label={t('screen.fill')} icon={<Maximize size={18} />} onPress={fill} />
            <IconButton size="small" label={t('leave')} icon={<LogOut size={18} />} onPress={leave} />
          </span>
        </header>
        <main className={css.main} aria-label={page?.title ?? facts.title}>
          {page ? (
            <LinksProvider session={session} pageId={page.id} pages={pages} goTo={nowhere} isReadOnly>
              <PageFrame
                key={page.id}
                session={session}
                page={page}
                pages={pages}
                goTo={nowhere}
                focusOn={null}
                isReadOnly
              />
            </LinksProvider>
          ) : (
            <EmptyState title={workshop('noPages.title')} text={workshop('noPages.waits')} />
          )}
        </main>
      </div>
    </OnScreen>
  )
}
