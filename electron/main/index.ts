// Starts the app. What must happen before it is ready stands here, in order; everything else in desktop.ts.
import { app } from 'electron'
import { startDesktop } from './desktop'
import { chooseFolders, flagValue } from './folders'
import { pinNavigation } from './navigation'
import { filesInArguments } from './openedFiles'
import { registerScheme } from './protocol'

chooseFolders(process.argv)

if (app.requestSingleInstanceLock()) start()
else app.quit()

function start(): void {
  // Every process of every window; only root, for whom Chromium has no sandbox, starts without.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  registerScheme()
  // Windows groups the windows and shortcuts of an installed app by this; the same as in electron-builder.yml.
  app.setAppUserModelId('se.samverkstad.app')
  app.on('web-contents-created', (_event, contents) => pinNavigation(contents))

  const early = filesInArguments(process.argv, process.cwd())
  let opening = (paths: readonly string[]): void => {
    early.push(...paths)
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opening([path])
  })
  app.on('second-instance', (_event, argv, folder) => opening(filesInArguments(argv, folder)))

  // Not `await` at the top level: under a stand-in for Electron's default app it would never come back.
  app
    .whenReady()
    .then(startDesktop)
    .then((desktop) => {
      opening = desktop.openFiles
      if (early.length > 0) desktop.openFiles(early)
      const session = flagValue(process.argv, 'open')
      if (session !== undefined) return desktop.openSession(session)
      return undefined
    })
    .catch((cause: unknown) => {
      console.error(cause)
      app.exit(1)
    })
}
