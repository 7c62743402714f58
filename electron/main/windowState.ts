// Where the window stands: as it was left, if a screen is still there.
import type { WindowPlace } from './preferences'

export interface Area {
  x: number
  y: number
  width: number
  height: number
}

export const smallestWindow = { width: 480, height: 420 }
const usualSize = { width: 1320, height: 860 }

const overlap = (a: Area, b: Area) => {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/**
 * Bounds for the window within one of the screens' work areas (the first is the main one): `kept`, moved and shrunk
 * as far as needed to be wholly on the screen it overlaps most; else the usual size in the middle of the main screen.
 */
export function placeWindow(kept: Area | undefined, workAreas: readonly [Area, ...Area[]]): Area {
  const wanted = kept ?? usualSize
  const seen = kept ? workAreas.toSorted((a, b) => overlap(kept, b) - overlap(kept, a))[0]! : workAreas[0]
  const screen = kept && overlap(kept, seen) > 0 ? seen : workAreas[0]
  const width = Math.min(Math.max(wanted.width, smallestWindow.width), screen.width)
  const height = Math.min(Math.max(wanted.height, smallestWindow.height), screen.height)
  if (!kept || overlap(kept, screen) === 0)
    return {
      x: Math.round(screen.x + (screen.width - width) / 2),
      y: Math.round(screen.y + (screen.height - height) / 2),
      width,
      height,
    }
  return {
    x: Math.min(Math.max(kept.x, screen.x), screen.x + screen.width - width),
    y: Math.min(Math.max(kept.y, screen.y), screen.y + screen.height - height),
    width,
    height,
  }
}

/** How a window looks from here; Electron's BrowserWindow is one. */
export interface PlacedWindow {
  getNormalBounds(): Area
  isMaximized(): boolean
  isDestroyed(): boolean
  on(event: 'resize' | 'move' | 'maximize' | 'unmaximize' | 'close', changed: () => void): unknown
}

/** Keeps the window's place whenever it has been still for half a second, and when it closes. */
export function followWindow(window: PlacedWindow, keep: (place: WindowPlace) => void): void {
  let later: NodeJS.Timeout | undefined
  const save = () => {
    clearTimeout(later)
    if (window.isDestroyed()) return
    const { x, y, width, height } = window.getNormalBounds()
    keep({ x, y, width, height, isMaximized: window.isMaximized() })
  }
  const soon = () => {
    clearTimeout(later)
    later = setTimeout(save, 500)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', save)
}
