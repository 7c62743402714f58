// What the machine tells the page. Until the page says that it listens, it waits here.
import type { WebContents } from 'electron'
import type { DesktopEvent } from '../../shared/bridge/bridge'

export interface PageEvents {
  /** True between the page's `ready` and its next load. */
  listening(): boolean
  tell(event: DesktopEvent): void
  /** The page listens: it gets what has waited. */
  ready(): void
  /** The page is loading anew, or gone. */
  gone(): void
}

/** `page` gives the window's page, or undefined while there is none. */
export function makePageEvents(page: () => Pick<WebContents, 'send'> | undefined): PageEvents {
  let listens = false
  let waiting: DesktopEvent[] = []
  const send = (event: DesktopEvent) => page()?.send('desktop:event', event)
  return {
    listening: () => listens,
    tell: (event) => {
      if (listens) send(event)
      else waiting.push(event)
    },
    ready: () => {
      listens = true
      waiting.splice(0).forEach(send)
    },
    gone: () => {
      listens = false
      // Preferences are read at every load, and a wish to close is answered by whoever asked.
      waiting = waiting.filter((event) => event.kind === 'opened' || event.kind === 'command')
    },
  }
}
