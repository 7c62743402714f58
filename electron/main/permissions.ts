// What a page may ask Chromium for: to copy text, and to fill the screen. Everything else is denied, asked or checked.
import { type Session } from 'electron'
import { isOurPage } from './ourPage'

const allowed: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** True when our own page, not a frame in it, wants one of the few things allowed. */
export function mayHave(permission: string, address: string, isMainFrame: boolean): boolean {
  return allowed.has(permission) && isMainFrame && isOurPage(address)
}

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_page, permission, answer, details) =>
    answer(mayHave(permission, details.requestingUrl, details.isMainFrame)),
  )
  session.setPermissionCheckHandler((_page, permission, _origin, details) =>
    mayHave(permission, details.requestingUrl ?? '', details.isMainFrame),
  )
  session.setDevicePermissionHandler(() => false)
}
