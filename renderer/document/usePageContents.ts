import { useEffect, useState } from 'react'
import type { Page } from '../../shared/document/control'
import { readPageContent, watchPageContent } from '../../shared/document/linkedContent'
import type { PageContent } from '../../shared/links/content'
import type { Room } from './session'

/** Somebody who types changes a page many times a second; it is read again so long (ms) after the first of them. */
const settleMs = 250

/** The content of canvases as plain data, by page id, read again a moment after it changes. */
export function usePageContents(
  pages: readonly Page[],
  rooms: ReadonlyMap<string, Room>,
): ReadonlyMap<string, PageContent> {
  const [contents, setContents] = useState<ReadonlyMap<string, PageContent>>(new Map())
  useEffect(() => {
    const stops: (() => void)[] = []
    const read = (page: Page, room: Room) => {
      const content = readPageContent(page, room.doc)
      if (content) setContents((before) => new Map(before).set(page.id, content))
    }
    for (const page of pages) {
      const room = rooms.get(page.id)
      if (!room) continue
      let timer: ReturnType<typeof setTimeout> | undefined
      const stop = watchPageContent(room.doc, () => {
        timer ??= setTimeout(() => {
          timer = undefined
          read(page, room)
        }, settleMs)
      })
      read(page, room)
      stops.push(stop, () => clearTimeout(timer))
    }
    return () => stops.forEach((stop) => stop())
  }, [pages, rooms])
  return contents
}
