// The facilitator's window through its life: opened, brought back when its page dies, asked before it closes.
import type { BrowserWindow } from 'electron'
import { makeClosing, type Closing } from './closing'
import type { Dialogs } from './dialogs'
import { facilitatorPage } from './ourPage'
import { makePageEvents, type PageEvents } from './pageEvents'
import type { KeptPreferences } from './preferences'
import { openMainWindow } from './windows'
import { followWindow } from './windowState'

/** How long the page may take to save before the person is asked, in ms. */
const patience = 10_000
/** A page that dies twice within this many ms is not simply loaded again. */
const tooSoon = 60_000

export interface MainWindowParts {
  kept: KeptPreferences
  dialogs: Dialogs
  /** The window is gone; nothing in it was left unsaved, or the person said so. */
  closed(): void
  /** The person stays; a quit that led to closing is off. */
  stayed(): void
}

export interface MainWindow {
  readonly events: PageEvents
  readonly closing: Closing
  /** Opens it, or brings it to the front. */
  show(): void
  current(): BrowserWindow | undefined
}

export function makeMainWindow({ kept, dialogs, closed, stayed }: MainWindowParts): MainWindow {
  let window: BrowserWindow | undefined
  let diedAt = -Infinity
  const current = () => (window?.isDestroyed() ? undefined : window)
  const events = makePageEvents(() => current()?.webContents)
  const closing = makeClosing({
    patience,
    canAsk: () => events.listening(),
    ask: () => events.tell({ kind: 'askedToClose' }),
    pageIsSilent: dialogs.pageIsSilent,
    close: () => current()?.destroy(),
    stayed,
  })

  async function pageDied(opened: BrowserWindow): Promise<void> {
    events.gone()
    if (closing.isAsking()) return closing.answered('close')
    const now = performance.now()
    const again = now - diedAt < tooSoon
    diedAt = now
    if (again && (await dialogs.pageStopped()) === 'quit') return opened.destroy()
    if (!opened.isDestroyed()) opened.webContents.reload()
  }

  function open(): void {
    const place = kept.windowPlace()
    const opened = openMainWindow(place)
    window = opened
    followWindow(opened, kept.keepWindowPlace)
    opened.on('close', (event) => {
      if (!closing.wanted()) event.preventDefault()
    })
    opened.on('closed', () => {
      events.gone()
      window = undefined
      closed()
    })
    opened.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) events.gone()
    })
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') void pageDied(opened)
    })
    opened.webContents.on('page-title-updated', (event) => event.preventDefault())
    void opened.loadURL(facilitatorPage).catch(() => undefined)
  }

  return {
    events,
    closing,
    current,
    show: () => {
      const there = current()
      if (there === undefined) return open()
      if (there.isMinimized()) there.restore()
      there.show()
      there.focus()
    },
  }
}
