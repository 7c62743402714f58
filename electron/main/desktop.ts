// Puts the parts together: desk, window, menu, doorway. Each part is a file of its own.
import { app, BrowserWindow, Menu, session, utilityProcess } from 'electron'
import { randomBytes } from 'node:crypto'
import type { OpenOutcome, Preferences } from '../../shared/bridge/bridge'
import { fileEndpoints, openFile } from './bridge/files'
import { organisationEndpoints } from './bridge/organisation'
import { preferenceEndpoints, showTheme } from './bridge/preferences'
import { printEndpoints } from './bridge/print'
import { makeDialogs } from './dialogs'
import { folders } from './folders'
import { makeLibraryApi } from './libraryApi'
import { makeMainWindow } from './mainWindow'
import { menuTemplate } from './menu'
import { openExternal } from './openExternal'
import { pageOrigin } from './ourPage'
import { keepOrganisation } from './organisation'
import { denyPermissions } from './permissions'
import { openPreferences } from './preferences'
import { printPdf } from './printPdf'
import { serveDevelopmentPages, servePages } from './protocol'
import { startRelayService } from './relayService'
import { keepRequestsLocal } from './requests'
import { safeVault } from './safeVault'
import { serveBridge } from './serveBridge'
import { surfaceColor } from './windows'

/** How long the relay may take to write everything at the end, in ms. */
const relayPatience = 15_000

export interface RunningDesktop {
  /** Opens the window, or brings it to the front. */
  show(): void
  /** Gives `.samverk` files to the library and tells the page. */
  openFiles(paths: readonly string[]): void
  /** Shows a session of the library by its id, or the demo session with `demo`. */
  openSession(name: string): Promise<void>
}

/** Starts everything; the app must be ready. */
export async function startDesktop(): Promise<RunningDesktop> {
  const place = folders()
  /** The bundler's server, while developing. */
  const developmentPages = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  const kept = openPreferences(place.preferences, app.getPreferredSystemLanguages())
  const language = () => kept.read().language
  const dialogs = makeDialogs(() => main.current(), language)
  let isQuitting = false

  const organisation = keepOrganisation(place.preferences, safeVault)
  const relay = startRelayService({
    organisation: organisation.open,
    fork: () => utilityProcess.fork(place.relayProcess, [], { serviceName: 'Samverkstad desk' }),
    start: {
      dataDir: place.sessions,
      rendererDir: place.renderer,
      key: randomBytes(32).toString('base64url'),
      allowedOrigins: [pageOrigin],
    },
    gaveUp: async (sentence, retry) => {
      if ((await dialogs.deskStopped(sentence)) === 'tryAgain') retry()
      else app.exit(1)
    },
  })
  const library = makeLibraryApi(relay.connection)
  const relayUrl = async () => (await relay.connection()).url

  const main = makeMainWindow({
    kept,
    dialogs,
    closed: () => {
      for (const hidden of BrowserWindow.getAllWindows()) hidden.destroy()
      if (isQuitting || process.platform !== 'darwin') app.quit()
    },
    stayed: () => (isQuitting = false),
  })

  function showMenu(preferences: Preferences): void {
    const template = menuTemplate({
      language: preferences.language,
      appName: app.name,
      isMac: process.platform === 'darwin',
      isDevelopment: !app.isPackaged,
      send: (command) => {
        main.show()
        main.events.tell({ kind: 'command', command })
      },
    })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  const tellOpened = (outcome: OpenOutcome) => main.events.tell({ kind: 'opened', outcome })
  const { defaultSession } = session
  denyPermissions(defaultSession)
  keepRequestsLocal(defaultSession, relay.url, developmentPages)
  if (developmentPages === undefined)
    await servePages(place.renderer, () => relayUrl().catch(() => undefined))
  else serveDevelopmentPages(developmentPages)
  serveBridge({
    connection: relay.connection,
    ...preferenceEndpoints({
      kept,
      changed: (preferences) => {
        showMenu(preferences)
        main.current()?.setBackgroundColor(surfaceColor())
        main.events.tell({ kind: 'preferences', preferences })
      },
    }),
    ...organisationEndpoints(organisation, relay.tellOrganisation),
    ...fileEndpoints(library, dialogs, language),
    ...printEndpoints({ library, relayUrl, choosePlace: dialogs.choosePlace, print: printPdf }),
    openExternal,
    ready: async () => {
      main.events.ready()
      return undefined
    },
    answerClose: async (answer) => {
      main.closing.answered(answer)
      return undefined
    },
  })

  app.on('before-quit', () => (isQuitting = true))
  // Closed windows end the app here, after the desk has written everything.
  app.on('window-all-closed', () => undefined)
  app.on('will-quit', (event) => {
    event.preventDefault()
    void relay.stop(relayPatience).finally(() => app.exit())
  })
  app.on('activate', () => main.show())

  showTheme(kept.read())
  showMenu(kept.read())
  main.show()

  return {
    show: main.show,
    openFiles: (paths) => {
      main.show()
      for (const path of paths) void openFile(path, library, language()).then(tellOpened)
    },
    openSession: async (name) => {
      const all = await library.list()
      const named = all.find(({ sessionId, isDemo }) => sessionId === name || (name === 'demo' && isDemo))
      if (named) tellOpened({ outcome: 'opened', session: named, problems: [] })
    },
  }
}
