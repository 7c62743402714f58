import { browserPlatform } from './browserPlatform'
import { desktopPlatform } from './desktopPlatform'
import type { Platform } from './platform'

let chosen: Platform | undefined

/** The host this page runs in; the same object every time. */
export function choosePlatform(): Platform {
  chosen ??= window.desktop ? desktopPlatform(window.desktop) : browserPlatform()
  return chosen
}
