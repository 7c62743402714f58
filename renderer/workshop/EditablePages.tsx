// Who leads may change the list; the machinery for dragging is downloaded by nobody else.
import { lazy, Suspense } from 'react'
import type { PageLinksProps } from './PageLinks'
import { PageLinks } from './PageLinks'
import { usePageActions } from './usePageActions'
import type { Room, Session } from '../document/session'

const PageList = lazy(() => import('./PageList').then((module) => ({ default: module.PageList })))

export function EditablePages(props: PageLinksProps & { session: Session; control: Room }) {
  const actions = usePageActions(props.session, props.control, props.pages, props.currentId, props.goTo)
  return (
    <Suspense fallback={<PageLinks {...props} />}>
      <PageList {...props} actions={actions} />
    </Suspense>
  )
}
