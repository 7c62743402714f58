import { Lock } from 'lucide-react'
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useRights } from '../../document/hooks'
import type { PageProps } from '../../document/page'
import { openPlaceTeller } from '../../document/placeTeller'
import { useUndoCommands } from '../../document/useUndoCommands'
import { fetchLater } from '../../ui/fetchLater'
import { useText } from '../../ui/language'
import { useOnScreen } from '../../ui/onScreen'
import { chainUndo } from '../../../shared/document/impactChain'
import { purgeChain } from '../../../shared/document/impactChainEdit'
import { undoOf } from '../../../shared/document/ownUndo'
import { chainActions } from './chainActions'
import { ChainContext, ChainDataContext, type Chain } from './chainContext'
import { ElementMenu } from './ElementMenu'
import { EmptyHint } from './EmptyHint'
import { followPlaces, type OwnPlace } from './places'
import { PanelBeside } from './PanelBeside'
import { placeOfPanel } from './panel/panelKind'
import { ChainTable } from './table/ChainTable'
import { Tools } from './Tools'
import { useChainData, useDamaged } from './useChainData'
import { openFactsKeeper } from './elementFacts'
import { useNames } from './useNames'
import { useIsNarrow } from './useIsNarrow'
import { useKeys } from './useKeys'
import { useLost } from './useLost'
import { useOthersChanges } from './useOthersChanges'
import { usePointing } from './usePointing'
import css from './page.module.css'

const Drawing = lazy(() => import('./drawing/Drawing'))
const ExampleDialog = fetchLater('example chain', () => import('./ExampleDialog'))
const LinkDialog = fetchLater('link dialog', () => import('./LinkDialog'))

/** What was deleted can be brought back for a day, in ms. */
const keptDeletedFor = 24 * 3600 * 1000

/** An impact chain: from need to societal impact, drawn or as a table, made by several people at once. */
export default function ImpactChainPage(props: PageProps) {
  return <ImpactChain key={props.room.name} {...props} />
}

function ImpactChain({ room, page, pages, goTo, focusOn }: PageProps) {
  const t = useText('impactChain')
  const { canWrite, reason } = useRights(room)
  const isOnScreen = useOnScreen()
  const { data, now } = useChainData(room, page)
  const names = useNames()
  const [keepFacts] = useState(openFactsKeeper)
  const facts = useMemo(() => keepFacts(data, names), [keepFacts, data, names])
  const latestGoTo = useRef(goTo)
  useLayoutEffect(() => {
    latestGoTo.current = goTo
  })
  // The workshop around may give a new one with every letter; what is drawn here must not care.
  const go = useCallback<PageProps['goTo']>((...place) => latestGoTo.current(...place), [])
  const damaged = useDamaged(room)
  const undo = useMemo(() => undoOf(room.doc, chainUndo), [room])
  const actions = useMemo(() => chainActions(room, undo), [room, undo])
  const places = useMemo(() => followPlaces(room), [room])
  const teller = useMemo(() => openPlaceTeller<OwnPlace>(room), [room])
  const field = useRef<string | null>(null)
  const tell = useCallback(
    (place: OwnPlace) => {
      field.current = place.field ?? null
      teller.tell(place)
    },
    [teller],
  )
  const root = useRef<HTMLDivElement>(null)
  const isNarrow = useIsNarrow(root)
  const pointing = usePointing(now, isNarrow, focusOn)
  const { panel, open, reveal } = pointing
  const [linkingFrom, setLinkingFrom] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ id: string; at: HTMLElement } | null>(null)
  const menuFacts = menu && facts.get(menu.id)
  const [isExampleOpen, setExampleOpen] = useState(false)
  const showExample = useCallback(() => setExampleOpen(true), [])
  const [said, say] = useState('')
  const othersChanges = useOthersChanges(room, places)

  useUndoCommands(actions)
  useKeys(canWrite)
  useEffect(() => teller.stop, [teller])
  useEffect(() => {
    if (canWrite) purgeChain(room.doc, Date.now() - keptDeletedFor)
  }, [room, canWrite])
  const place = placeOfPanel(panel)
  useEffect(() => {
    tell(place === null ? {} : { at: place })
  }, [tell, place])
  useLost(
    room,
    actions,
    () => ({ panel, field: field.current }),
    () => open(null),
  )

  const chain = useMemo<Chain>(
    () => ({
      room,
      pages,
      goTo: go,
      canWrite,
      isNarrow,
      actions,
      now,
      places,
      tell,
      open,
      revealInDrawing: reveal,
      say,
      openMenu: (id, at) => setMenu({ id, at }),
      linkFrom: setLinkingFrom,
    }),
    [room, pages, go, canWrite, isNarrow, actions, now, places, tell, open, reveal],
  )
  const pointed = useMemo(
    () => ({ selected: place, highlighted: pointing.highlighted }),
    [place, pointing.highlighted],
  )
  const from = linkingFrom === null ? undefined : data.element(linkingFrom)
  const isEmpty = data.elements.length === 0
  return (
    <ChainContext value={chain}>
      <ChainDataContext value={data}>
        <div ref={root} className={css.page} data-narrow={isNarrow || undefined}>
          {!isOnScreen && (
            <Tools undo={undo} view={pointing.view} setView={pointing.setView} showExample={showExample} />
          )}
          {!canWrite && !isOnScreen && (
            <p className={css.message}>
              <Lock aria-hidden="true" />
              {t(`readOnly.${reason ?? 'role'}`)}
            </p>
          )}
          {damaged > 0 && <p className={css.message}>{t('damaged', { count: damaged })}</p>}
          <div className={css.middle}>
            <div className={css.view} data-view={pointing.view}>
              {isEmpty && canWrite && <EmptyHint showExample={showExample} />}
              {pointing.view === 'drawing' ? (
                <Suspense fallback={<p className={css.hint}>{t('drawing.opening')}</p>}>
                  <Drawing showing={pointing.showing} facts={facts} pointed={pointed} />
                </Suspense>
              ) : (
                <ChainTable facts={facts} pointed={pointed} />
              )}
            </div>
            {panel && (
              // Words of its own may still be on their way; the chain stays in view meanwhile.
              <Suspense fallback={null}>
                <PanelBeside
                  panel={panel}
                  isFromFindings={pointing.isFromFindings}
                  newElement={pointing.newElement}
                  show={pointing.showFinding}
                />
              </Suspense>
            )}
          </div>
          <div className={css.forEars} aria-live="polite">
            {othersChanges}
          </div>
          <div className={css.forEars} aria-live="polite">
            {said}
          </div>
          {menu && menuFacts && <ElementMenu facts={menuFacts} at={menu.at} close={() => setMenu(null)} />}
          {from && <LinkDialog from={from} close={() => setLinkingFrom(null)} />}
          {isExampleOpen && <ExampleDialog close={() => setExampleOpen(false)} />}
        </div>
      </ChainDataContext>
    </ChainContext>
  )
}
