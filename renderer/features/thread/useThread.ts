import { useDeferredValue, useMemo } from 'react'
import type { Page } from '../../../shared/document/control'
import { linkedPageKinds } from '../../../shared/document/linkedContent'
import { viewLinks } from '../../../shared/document/links'
import type { SessionCanvases } from '../../../shared/links/content'
import { followThread, type Thread } from '../../../shared/links/thread'
import { useRecords, useView } from '../../document/hooks'
import type { Room, Session } from '../../document/session'
import { useOtherPages } from '../../document/useOtherPages'
import { usePageContents } from '../../document/usePageContents'

/** How the session hangs together, live; null until every canvas is read. */
export function useThread(
  session: Session,
  common: Room,
  pages: readonly Page[],
  asOf: string,
): Thread | null {
  const canvases = useMemo(() => pages.filter(({ kind }) => linkedPageKinds.includes(kind)), [pages])
  const contents = usePageContents(canvases, useOtherPages(session, canvases))
  const links = useRecords(useView(common, viewLinks))
  const read = useMemo<SessionCanvases | null>(() => {
    const found = canvases.flatMap(({ id }) => contents.get(id) ?? [])
    return found.length === canvases.length ? { pages: found, links } : null
  }, [canvases, contents, links])
  const settled = useDeferredValue(read)
  return useMemo(() => settled && followThread(settled, asOf), [settled, asOf])
}
