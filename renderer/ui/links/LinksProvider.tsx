import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Page } from '../../../shared/document/control'
import { linkedPageKinds } from '../../../shared/document/linkedContent'
import { addLink, removeLinks, viewLinks } from '../../../shared/document/links'
import { thingsOf } from '../../../shared/links/content'
import { partnersOf, type Link } from '../../../shared/links/link'
import { useRecords, useRights, useRoom, useView } from '../../document/hooks'
import { LinkingContext, type LinkedThing, type Linking, type OwnThing } from '../../document/linking'
import type { PageProps } from '../../document/page'
import type { Room, Session } from '../../document/session'
import { useOtherPages } from '../../document/useOtherPages'
import { usePageContents } from '../../document/usePageContents'
import { fetchLater } from '../fetchLater'
import { useText } from '../language'
import { toast } from '../toast'
import { pageKindOf } from './pageKindOf'

const LinkDialog = fetchLater('link dialog', () => import('./LinkDialog'))

interface LinksProviderProps {
  session: Session
  pageId: string
  pages: readonly Page[]
  goTo: PageProps['goTo']
  isReadOnly: boolean
  children: ReactNode
}

/** Around a page: its links to things on other pages, and the dialog that makes them. */
export function LinksProvider({ children, ...rest }: LinksProviderProps) {
  const common = useRoom(rest.session, 'common')
  const [linking, setLinking] = useState<Linking | null>(null)
  // Beside the page, not around it, so that the page is there before its links are.
  return (
    <LinkingContext value={linking}>
      {children}
      {common && <Links key={`links of ${rest.pageId}`} {...rest} common={common} tell={setLinking} />}
    </LinkingContext>
  )
}

const ownLinks = (links: readonly Link[], pageId: string) =>
  links.filter(({ a, b }) => a.page === pageId || b.page === pageId)

interface LinksProps extends Omit<LinksProviderProps, 'children'> {
  common: Room
  tell: (linking: Linking | null) => void
}

function Links({ session, pageId, pages, goTo, isReadOnly, common, tell }: LinksProps) {
  const t = useText('thread')
  const ui = useText('ui')
  const all = useRecords(useView(common, viewLinks))
  const rights = useRights(common)
  const [picking, setPicking] = useState<OwnThing | null>(null)
  const own = useMemo(() => ownLinks(all, pageId), [all, pageId])

  // Only pages that something here is linked to are opened, so that a page without links costs nothing more.
  const linkedPages = useMemo(() => {
    const ids = new Set(own.flatMap(({ a, b }) => [a.page, b.page]))
    return pages.filter(({ id, kind }) => ids.has(id) && id !== pageId && linkedPageKinds.includes(kind))
  }, [own, pages, pageId])
  const contents = usePageContents(linkedPages, useOtherPages(session, linkedPages))
  const titles = useMemo(() => {
    const byPage = new Map<string, Map<string, string>>()
    for (const [id, content] of contents)
      byPage.set(id, new Map(thingsOf(content).map((thing) => [thing.id, thing.title])))
    return byPage
  }, [contents])

  const byThing = useMemo(() => {
    const found = new Map<string, LinkedThing[]>()
    for (const link of own) {
      const [mine, other] = link.a.page === pageId ? [link.a, link.b] : [link.b, link.a]
      const page = pages.find(({ id }) => id === other.page) ?? null
      const known = page && titles.get(page.id)
      const state = page === null || (known && !known.has(other.id)) ? 'gone' : known ? 'there' : 'opening'
      const thing: LinkedThing = { link, page, id: other.id, state, title: known?.get(other.id) ?? '' }
      found.set(mine.id, [...(found.get(mine.id) ?? []), thing])
    }
    return found
  }, [own, pageId, pages, titles])

  const canWrite = rights.canWrite && !isReadOnly
  const remove = useCallback(
    (link: Link) => {
      removeLinks(common.doc, [link.id])
      toast({
        text: t('link.removed'),
        action: { label: ui('undo'), onAction: () => addLink(common.doc, link) },
      })
    },
    [common, t, ui],
  )
  const linking = useMemo<Linking>(
    () => ({
      pageId,
      canWrite,
      canPick: (kind) =>
        canWrite &&
        partnersOf(kind).some((partner) => pages.some((page) => page.kind === pageKindOf(partner))),
      of: (id) => byThing.get(id) ?? none,
      tied: new Set(
        [...byThing].filter(([, to]) => to.some(({ state }) => state !== 'gone')).map(([id]) => id),
      ),
      has: (kind) => pages.some((page) => page.kind === kind && page.id !== pageId),
      pick: setPicking,
      remove,
      goTo,
      findPage: (id) => pages.find((page) => page.id === id) ?? null,
    }),
    [pageId, canWrite, pages, byThing, remove, goTo],
  )
  useEffect(() => tell(linking), [linking, tell])
  useEffect(() => () => tell(null), [tell])
  if (!picking) return null
  return (
    <LinkDialog
      session={session}
      common={common}
      thing={picking}
      pageId={pageId}
      pages={pages}
      links={own}
      linked={byThing.get(picking.id) ?? none}
      goTo={goTo}
      onClose={() => setPicking(null)}
    />
  )
}

const none: readonly LinkedThing[] = []
