// A browser: the facilitator's own, opened by `npm start -- --web`, or a guest's.
import { z } from 'zod'
import type { DesktopEvent } from '../../shared/bridge/bridge'
import { sessionSummary } from '../../shared/relay/library'
import { openBrowserFile, saveBrowserCopy, type LibraryAccess } from './browserFiles'
import { readBrowserStart } from './browserKey'
import {
  followBrowserPreferences,
  readBrowserPreferences,
  writeBrowserPreferences,
} from './browserPreferences'
import { browserOrganisation } from './browserOrganisation'
import { printInBrowser } from './browserPrint'
import type { Platform } from './platform'

export function browserPlatform(): Platform {
  const start = readBrowserStart()
  const url = location.origin
  const listeners = new Set<(event: DesktopEvent) => void>()
  const tell = (event: DesktopEvent) => listeners.forEach((heard) => heard(event))
  /** The page's last answer to `askedToClose`. */
  let answer: 'close' | 'stay' | undefined

  const access = (): LibraryAccess => {
    if (start.key === null) throw new Error('guests have no library')
    return { url, key: start.key }
  }

  followBrowserPreferences((preferences) => tell({ kind: 'preferences', preferences }))
  // A browser waits for no promise: only an answer given while it asks can hold the tab back.
  window.addEventListener('beforeunload', (event) => {
    answer = undefined
    tell({ kind: 'askedToClose' })
    if ((answer as typeof answer | undefined) === 'stay') event.preventDefault()
  })

  return {
    kind: 'browser',
    connection: async () => ({ url, key: start.key }),
    ...browserOrganisation(access),
    readPreferences: async () => readBrowserPreferences(),
    writePreferences: async (change) => writeBrowserPreferences(change),
    openSessionFile: () => openBrowserFile(access(), readBrowserPreferences().language),
    saveSessionCopy: ({ sessionId, fileName }) => saveBrowserCopy(access(), sessionId, fileName),
    savePdf: ({ order, token }) => printInBrowser({ order, token, relay: url }),
    openExternal: async (address) => {
      if (/^(https:|mailto:)/i.test(address)) window.open(address, '_blank', 'noopener,noreferrer')
    },
    listen: (heard) => {
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    ready: async () => {
      if (start.open === null || start.key === null) return
      const session = await readSummary({ url, key: start.key }, start.open)
      start.open = null
      if (session) tell({ kind: 'opened', outcome: { outcome: 'opened', session, problems: [] } })
    },
    answerClose: async (given) => void (answer = given),
  }
}

async function readSummary({ url, key }: LibraryAccess, sessionId: string) {
  const response = await fetch(`${url}/api/library`, { headers: { authorization: `Bearer ${key}` } })
  if (!response.ok) return undefined
  const all = z.array(sessionSummary).parse(await response.json())
  return all.find((session) => session.sessionId === sessionId || (sessionId === 'demo' && session.isDemo))
}
