// The desktop: everything goes through the doorway of the preload script.
import type { Desktop } from '../../shared/bridge/bridge'
import type { Platform } from './platform'

declare global {
  interface Window {
    /** Only in the desktop's window. */
    readonly desktop?: Desktop
  }
}

export function desktopPlatform(desktop: Desktop): Platform {
  return {
    kind: 'desktop',
    connection: desktop.connection,
    readOrganisation: desktop.readOrganisation,
    writeOrganisation: desktop.writeOrganisation,
    forgetOrganisation: async () => void (await desktop.forgetOrganisation()),
    readPreferences: desktop.readPreferences,
    writePreferences: desktop.writePreferences,
    openSessionFile: desktop.openSessionFile,
    saveSessionCopy: desktop.saveSessionCopy,
    // The machine asks its own desk for a token to print with.
    savePdf: ({ order, fileName }) => desktop.savePdf({ order, fileName }),
    openExternal: async (url) => void (await desktop.openExternal(url)),
    listen: desktop.listen,
    ready: async () => void (await desktop.ready()),
    answerClose: async (answer) => void (await desktop.answerClose(answer)),
  }
}
