// Where things are: the built pages beside this program, the person's sessions in the app's data folder.
import { join, resolve } from 'node:path'
import { app } from 'electron'

/** The value of `--name=value` or `--name value`; undefined when it is not there. */
export function flagValue(argv: readonly string[], name: string): string | undefined {
  for (const [at, argument] of argv.entries()) {
    if (argument.startsWith(`--${name}=`)) return argument.slice(name.length + 3) || undefined
    if (argument === `--${name}` && argv[at + 1] !== undefined && !argv[at + 1]!.startsWith('-'))
      return argv[at + 1]
  }
  return undefined
}

/**
 * `--data DIR` keeps the sessions in DIR, as `npm start -- --web` does, and what is the desktop's own in DIR/desktop.
 * `--user-data-dir=DIR` moves all of the app's data folder.
 */
export function chooseFolders(argv: readonly string[]): void {
  const data = flagValue(argv, 'data')
  if (data !== undefined) app.setPath('userData', join(resolve(data), 'desktop'))
  else {
    const all = flagValue(argv, 'user-data-dir')
    app.setPath('userData', all === undefined ? join(app.getPath('appData'), 'Samverkstad') : resolve(all))
  }
  app.setPath('sessionData', join(app.getPath('userData'), 'chromium'))
}

export interface Folders {
  /** The desk's database and pictures. */
  sessions: string
  /** What electron-store writes. */
  preferences: string
  /** The built pages. */
  renderer: string
  preload: string
  relayProcess: string
  icon: string
}

/** After {@link chooseFolders}. */
export function folders(argv: readonly string[] = process.argv): Folders {
  const data = flagValue(argv, 'data')
  const built = join(import.meta.dirname, '..')
  return {
    sessions: data === undefined ? join(app.getPath('userData'), 'data') : resolve(data),
    preferences: app.getPath('userData'),
    renderer: pagesOfDevelopment() ?? join(built, 'renderer'),
    preload: join(built, 'preload/index.cjs'),
    relayProcess: join(built, 'main/relayProcess.js'),
    icon: join(built, 'main/icon.png'),
  }
}

/** While developing, the window's page comes from the bundler and the guests' from an earlier build. */
function pagesOfDevelopment(): string | undefined {
  const { SAMVERKSTAD_PAGES: pages } = process.env
  return pages === undefined || app.isPackaged ? undefined : resolve(pages)
}
