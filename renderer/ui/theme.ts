// Light or dark: the person's choice, or what the machine says. The document always carries the one in use.
import type { Theme } from '../../shared/bridge/bridge'

const dark = () => window.matchMedia('(prefers-color-scheme: dark)')
let chosen: Theme = 'system'

function show(): void {
  const inUse = chosen === 'system' ? (dark().matches ? 'dark' : 'light') : chosen
  document.documentElement.dataset.theme = inUse
}

/** Shows `theme` from now on; `system` goes with the machine when it changes. */
export function setTheme(theme: Theme): void {
  chosen = theme
  show()
}

/** What was last chosen. */
export const currentTheme = (): Theme => chosen

/** Shows the machine's theme and follows it. Called once by each entry, before anything is drawn. */
export function followTheme(): void {
  dark().addEventListener('change', show)
  show()
}
