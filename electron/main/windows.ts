// The only place that makes windows, all with the same locks.
import { BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron'
import { folders } from './folders'
import type { WindowPlace } from './preferences'
import { placeWindow, smallestWindow, type Area } from './windowState'

/** `--surface` of the two themes, so that nothing flashes before the page is drawn. */
const surface = { light: '#f7f1e6', dark: '#17201e' }

export const surfaceColor = (): string => (nativeTheme.shouldUseDarkColors ? surface.dark : surface.light)

/** What every window has in common. */
export function windowOptions(): BrowserWindowConstructorOptions {
  return {
    show: false,
    backgroundColor: surfaceColor(),
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Elsewhere than on macOS, Chromium would fetch its dictionaries from the internet.
      spellcheck: process.platform === 'darwin',
    },
  }
}

/** The window people work in; it shows itself when there is something to see. */
export function openMainWindow(kept: WindowPlace | undefined): BrowserWindow {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  const areas: [Area, ...Area[]] = [main.workArea, ...others.map(({ workArea }) => workArea)]
  const options = windowOptions()
  const window = new BrowserWindow({
    ...options,
    ...placeWindow(kept, areas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Samverkstad',
    icon: folders().icon,
    webPreferences: { ...options.webPreferences, preload: folders().preload },
  })
  window.once('ready-to-show', () => {
    if (kept?.isMaximized) window.maximize()
    window.show()
  })
  return window
}

/**
 * A window that nobody sees and that has no doorway to the machine: for printing. Drawn off the screen, so that it can
 * be made on a machine without one.
 */
export function openHiddenWindow(): BrowserWindow {
  const options = windowOptions()
  return new BrowserWindow({
    ...options,
    backgroundColor: '#ffffff',
    width: 1200,
    height: 900,
    webPreferences: { ...options.webPreferences, offscreen: true, backgroundThrottling: false },
  })
}
