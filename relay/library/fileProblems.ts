// What was wrong with a file, told once per part and with the page's title where the part belongs to one.
import type * as Y from 'yjs'
import { viewPages } from '../../shared/document/control'
import { meaningOfPath, pageOfRoom, roomPath } from '../../shared/file/manifest'
import type { FileProblem } from '../../shared/relay/library'
import { roomOfPage, type RoomName } from '../../shared/relay/roles'
import { listPages } from './sessionContent'

const most = 200

export class FileProblems {
  readonly #byPart = new Map<string, FileProblem>()

  /** The first thing said of a part stands. */
  add(kind: FileProblem['kind'], part: string): void {
    const shown = part.replace(/\p{Cc}/gu, ' ').slice(0, 200)
    if (this.#byPart.size < most && !this.#byPart.has(shown)) this.#byPart.set(shown, { kind, part: shown })
  }

  /** Adds the pages in use whose room did not come along. For files whose manifest is lost. */
  addMissingPages(control: Y.Doc, has: (room: RoomName) => boolean): void {
    for (const page of listPages(control))
      if (!has(roomOfPage(page.id))) this.add('missing', roomPath(roomOfPage(page.id)))
  }

  /** All of them, with the pages' titles from `control`. */
  list(control: Y.Doc): FileProblem[] {
    const view = viewPages(control)
    const problems = [...this.#byPart.values()].map((problem) => {
      const meaning = meaningOfPath(problem.part)
      const pageId = meaning?.kind === 'room' ? pageOfRoom(meaning.room) : undefined
      const pageTitle = pageId === undefined ? undefined : view.record(pageId)?.title
      return pageTitle === undefined ? problem : { ...problem, pageTitle }
    })
    view.close()
    return problems
  }
}
