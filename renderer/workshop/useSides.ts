// Which side panels are folded out beside the page; remembered on this computer.
import { useState } from 'react'

export type Side = 'pages' | 'people'

const storeKey = 'samverkstad.sides'

function readSides(): Record<Side, boolean> {
  const usual = { pages: true, people: window.innerWidth >= 1600 }
  try {
    const kept = JSON.parse(localStorage.getItem(storeKey) ?? '{}') as Partial<Record<Side, unknown>>
    return {
      pages: typeof kept.pages === 'boolean' ? kept.pages : usual.pages,
      people: typeof kept.people === 'boolean' ? kept.people : usual.people,
    }
  } catch {
    return usual
  }
}

export function useSides(): [Record<Side, boolean>, (side: Side, isOpen: boolean) => void] {
  const [sides, setSides] = useState(readSides)
  const fold = (side: Side, isOpen: boolean) => {
    const next = { ...sides, [side]: isOpen }
    setSides(next)
    try {
      localStorage.setItem(storeKey, JSON.stringify(next))
    } catch {
      // A browser that keeps nothing shows the usual sides next time.
    }
  }
  return [sides, fold]
}
