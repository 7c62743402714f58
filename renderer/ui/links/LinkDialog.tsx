import { Unlink } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Page } from '../../../shared/document/control'
import { addLink, linkUndo, removeLinks } from '../../../shared/document/links'
import { undoOf } from '../../../shared/document/ownUndo'
import { thingsOf, type Thing } from '../../../shared/links/content'
import { linkBetween, partnersOf, type Link, type ThingKind } from '../../../shared/links/link'
import type { LinkedThing, OwnThing } from '../../document/linking'
import type { PageProps } from '../../document/page'
import type { Room, Session } from '../../document/session'
import { useOtherPages } from '../../document/useOtherPages'
import { usePageContents } from '../../document/usePageContents'
import { useUndoCommands } from '../../document/useUndoCommands'
import { Button } from '../Button'
import { Checkbox } from '../Checkbox'
import { Dialog } from '../Dialog'
import { useText } from '../language'
import { PageIcon } from '../PageIcon'
import { SearchField } from '../SearchField'
import { Spinner } from '../Spinner'
import { pageKindOf } from './pageKindOf'
import css from './links.module.css'

export interface LinkDialogProps {
  session: Session
  common: Room
  thing: OwnThing
  pageId: string
  pages: readonly Page[]
  /** The page's links. */
  links: readonly Link[]
  /** What the thing is linked to now. */
  linked: readonly LinkedThing[]
  goTo: PageProps['goTo']
  onClose: () => void
}

type Partner = Thing & { kind: ThingKind }

/** The search grows out of so few things. */
const fewThings = 6

/** Ticks what a thing is linked to; each tick is kept at once. */
export default function LinkDialog(props: LinkDialogProps) {
  const { session, common, thing, pageId, pages, links, linked, goTo, onClose } = props
  const t = useText('thread')
  const [search, setSearch] = useState('')
  const partners = useMemo(() => partnersOf(thing.kind), [thing.kind])
  const asked = useMemo(
    () => pages.filter(({ id, kind }) => id !== pageId && partners.some((each) => pageKindOf(each) === kind)),
    [pages, pageId, partners],
  )
  const contents = usePageContents(asked, useOtherPages(session, asked))
  const undo = useMemo(() => undoOf(common.doc, linkUndo), [common])
  useUndoCommands(undo)

  const self = { page: pageId, id: thing.id, kind: thing.kind }
  const linkedIds = new Set(links.map(({ id }) => id))
  const groups = asked.map((page) => {
    const content = contents.get(page.id)
    const things = content
      ? thingsOf(content).filter(
          (each): each is Partner => each.kind !== null && partners.includes(each.kind),
        )
      : null
    return { page, things }
  })
  const count = groups.reduce((all, { things }) => all + (things?.length ?? 0), 0)
  const gone = linked.filter(({ state }) => state === 'gone')
  const matches = ({ title }: Thing) => title.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase())

  const toggle = (partner: Partner, isLinked: boolean) => {
    const link = linkBetween(self, partner)
    if (!link) return
    if (isLinked) addLink(common.doc, link)
    else removeLinks(common.doc, [link.id])
  }

  return (
    <Dialog
      title={t(`link.title.${thing.kind}`)}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('link.done')}
        </Button>
      }
    >
      <div className={css.picker}>
        <p className={css.subject}>
          <bdi>{thing.title.trim() || t('unnamed')}</bdi>
        </p>
        {gone.map(({ link }) => (
          <p key={link.id} className={css.gone}>
            {t('link.gone')}
            <Button
              size="small"
              variant="quiet"
              icon={<Unlink />}
              onPress={() => removeLinks(common.doc, [link.id])}
            >
              {t('link.remove')}
            </Button>
          </p>
        ))}
        {asked.length === 0 && <p>{t(`link.noPage.${thing.kind}`)}</p>}
        {count > fewThings && <SearchField label={t('link.search')} value={search} onChange={setSearch} />}
        {groups.map(({ page, things }) => {
          const shown = things?.filter(matches)
          return (
            <section key={page.id} className={css.group} aria-label={page.title}>
              <h3 className={css.pageTitle}>
                <PageIcon kind={page.kind} size={18} />
                <bdi>{page.title}</bdi>
              </h3>
              {!shown && <Spinner label={t('link.opening')} />}
              {shown?.length === 0 && (
                <p className={css.quiet}>
                  {t(search.trim() ? 'link.noMatch' : `link.nothing.${thing.kind}`)}
                </p>
              )}
              {shown && shown.length > 0 && (
                <ul className={css.things}>
                  {shown.map((each) => {
                    const isLinked = linkedIds.has(linkBetween(self, each)?.id ?? '')
                    return (
                      <li key={each.id} className={css.thing}>
                        <Checkbox isSelected={isLinked} onChange={(to) => toggle(each, to)}>
                          <span dir="auto">{each.title || t('unnamed')}</span>
                          {partners.length > 1 && <span className={css.kind}>{t(`thing.${each.kind}`)}</span>}
                        </Checkbox>
                        {isLinked && (
                          <Button
                            size="small"
                            variant="quiet"
                            aria-label={t('link.goToNamed', { title: each.title || t('unnamed') })}
                            onPress={() => {
                              onClose()
                              goTo(each.page, each.id)
                            }}
                          >
                            {t('link.goTo')}
                          </Button>
                        )}
                      </li>
                    )
                  })}
                </ul>
              )}
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
