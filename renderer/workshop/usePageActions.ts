// What who leads can do with the list of pages.
import { useMemo } from 'react'
import {
  addPage,
  movePage,
  putPageAway,
  renamePage,
  restorePage,
  type Page,
  type PageKind,
} from '../../shared/document/control'
import type { Room, Session } from '../document/session'
import { useText } from '../ui/language'
import { toast } from '../ui/toast'
import { duplicatePage } from './duplicatePage'
import { nextTitle } from './nextTitle'

export interface PageActions {
  add(kind: PageKind): void
  rename(page: Page, title: string): void
  /** Before `next`, or last when that is null. */
  move(page: Page, next: string | null): void
  duplicate(page: Page): void
  putAway(page: Page): void
}

export function usePageActions(
  session: Session,
  control: Room,
  pages: readonly Page[],
  currentId: string | null,
  goTo: (pageId: string) => void,
): PageActions {
  const t = useText('workshop')
  const ui = useText('ui')
  return useMemo(() => {
    const { doc } = control
    const titles = pages.map((page) => page.title)
    return {
      add(kind) {
        goTo(addPage(doc, { kind, title: nextTitle(t(`kind.${kind}`), titles), now: Date.now() }))
      },
      rename: (page, title) => renamePage(doc, page.id, title),
      move: (page, next) => movePage(doc, page.id, next),
      duplicate(page) {
        const title = nextTitle(t('pages.copyOf', { title: page.title }).slice(0, 110), titles)
        void duplicatePage(session, control, page, title, Date.now()).then(goTo)
      },
      putAway(page) {
        const at = pages.indexOf(page)
        const neighbour = pages[at + 1] ?? pages[at - 1]
        if (page.id === currentId && neighbour) goTo(neighbour.id)
        putPageAway(doc, page.id, Date.now())
        toast({
          text: t('pages.deleted', { title: page.title }),
          action: { label: ui('undo'), onAction: () => restorePage(doc, page.id) },
        })
      },
    }
  }, [session, control, pages, currentId, goTo, t, ui])
}
