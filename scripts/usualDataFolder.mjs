import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the desktop app keeps its workshops, so that the browser shows the same ones. */
export function usualDataFolder() {
  const { APPDATA, XDG_CONFIG_HOME } = process.env
  const appData =
    process.platform === 'win32'
      ? (APPDATA ?? join(homedir(), 'AppData/Roaming'))
      : process.platform === 'darwin'
        ? join(homedir(), 'Library/Application Support')
        : (XDG_CONFIG_HOME ?? join(homedir(), '.config'))
  return join(appData, 'Samverkstad/data')
}
