// Pages stay where they are: no navigation, no new windows, no embedded views.
import { type WebContents } from 'electron'
import { openExternal } from './openExternal'
import { isOurPage, isPrintPage } from './ourPage'

/** True when a frame may load the address: a window reloads its own page, a frame in it shows the print document. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  return isMainFrame ? isOurPage(address) : isPrintPage(address) || address === 'about:blank'
}

/** To be called for every new WebContents, whoever made it. */
export function pinNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openExternal(url)
    return { action: 'deny' }
  })
}
