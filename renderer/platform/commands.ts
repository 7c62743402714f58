// Commands from the menu, for whoever on the page can carry them out.
import { useEffect } from 'react'
import type { MenuCommand } from '../../shared/bridge/bridge'

const listeners = new Map<MenuCommand, Set<() => void>>()

/** Carries out a command. False when nobody here can just now. */
export function runCommand(command: MenuCommand): boolean {
  const acts = [...(listeners.get(command) ?? [])]
  acts.at(-1)?.()
  return acts.length > 0
}

/** Runs `act` when the menu says `command`, while the component is there. The newest one listening gets it. */
export function useCommand(command: MenuCommand, act: () => void): void {
  useEffect(() => {
    let acts = listeners.get(command)
    if (!acts) listeners.set(command, (acts = new Set()))
    acts.add(act)
    return () => void acts.delete(act)
  }, [command, act])
}
