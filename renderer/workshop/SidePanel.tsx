import type { Page } from '../../shared/document/control'
import type { Role } from '../../shared/relay/roles'
import type { Answer } from '../document/askRelay'
import type { Room, Session } from '../document/session'
import { fetchLater } from '../ui/fetchLater'
import { useText } from '../ui/language'
import { Sheet } from '../ui/Sheet'
import { EditablePages } from './EditablePages'
import { PageLinks } from './PageLinks'
import type { Waiting } from './people/useWaitingRoom'
import type { LockActions } from './useLockActions'
import type { Side } from './useSides'
import { ThreadLink } from './ThreadLink'
import type { Here } from './whoIsHere'
import css from './sidePanel.module.css'

const PeoplePanel = fetchLater('people', () => import('./PeoplePanel'))

export interface PanelProps {
  session: Session
  control: Room
  pages: readonly Page[]
  people: readonly Here[]
  currentId: string | null
  goTo: (pageId: string) => void
  /** May change the list of pages. */
  leads: boolean
  /** Of this person. */
  role: Role
  locks: LockActions
  waiting: Waiting
  takeLead: (() => Promise<Answer<null>>) | null
  roominess: 'phone' | 'tablet' | 'wide'
  /** "How it hangs together" is shown, not a page. */
  isThread: boolean
}

/** One side of the page: beside it where there is room, over it where there is not. */
export function SidePanel(props: PanelProps & { side: Side; isOpen: boolean; onClose: () => void }) {
  const { side, isOpen, onClose, roominess } = props
  const t = useText('workshop')
  const content =
    side === 'people' ? (
      <PeoplePanel {...props} />
    ) : (
      <>
        {props.leads ? <EditablePages {...props} /> : <PageLinks {...props} />}
        <ThreadLink isShown={props.isThread} goTo={props.goTo} />
      </>
    )
  if (roominess !== 'wide')
    return (
      <Sheet
        title={t(`${side}.title`)}
        from={roominess === 'phone' ? 'below' : side === 'pages' ? 'start' : 'end'}
        isOpen={isOpen}
        onOpenChange={onClose}
      >
        {content}
      </Sheet>
    )
  if (!isOpen) return null
  return (
    <aside className={css.panel} data-side={side} aria-label={t(`${side}.title`)}>
      <h2 className={css.title}>{t(`${side}.title`)}</h2>
      <div className={css.content}>{content}</div>
    </aside>
  )
}
