// The keys of the place one is in. A place names its keys while it is shown; `?` lists them all.
import { useEffect, useSyncExternalStore } from 'react'

export interface Shortcut {
  /** Combinations that do the same; parts joined with `+`. `Mod` is Ctrl, or ⌘ on a Mac. */
  keys: readonly string[]
  /** What it does, in words. */
  does: string
}

export interface ShortcutGroup {
  place: string
  shortcuts: readonly Shortcut[]
}

const groups = new Map<symbol, ShortcutGroup>()
const listeners = new Set<() => void>()
let list: readonly ShortcutGroup[] = []

function tell(): void {
  list = [...groups.values()]
  listeners.forEach((changed) => changed())
}

/** Lists a place's keys while the component is there. `shortcuts` should stay the same array while nothing changes. */
export function useShortcuts(place: string, shortcuts: readonly Shortcut[]): void {
  useEffect(() => {
    const mark = Symbol(place)
    groups.set(mark, { place, shortcuts })
    tell()
    return () => {
      groups.delete(mark)
      tell()
    }
  }, [place, shortcuts])
}

const subscribe = (changed: () => void) => {
  listeners.add(changed)
  return () => listeners.delete(changed)
}

export function useListedShortcuts(): readonly ShortcutGroup[] {
  return useSyncExternalStore(subscribe, () => list)
}

const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform)

/** The parts of a combination as this computer's keyboard names them. */
export function partsOf(combination: string): string[] {
  return combination
    .split('+')
    .map((part) => (part === 'Mod' ? (isMac() ? '⌘' : 'Ctrl') : part === 'Alt' && isMac() ? '⌥' : part))
}

/** True where a key press writes a letter, so that it must not do anything else. */
export function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.matches('input, textarea, select, [role="textbox"]')
}

/** Runs `act` when `key` alone is pressed anywhere but where one writes. */
export function useKey(key: string, act: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target))
        return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [key, act])
}
