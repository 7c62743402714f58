// Opens an address in the person's own browser, by whatever the system has for it.
import { spawn } from 'node:child_process'

/** Resolves false when this computer has no way to, as on a server. */
export function openBrowser(address: string): Promise<boolean> {
  const [program, ...args] = opener(address)
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
    // Some openers stay until the browser is closed.
    setTimeout(() => resolve(true), 3000).unref()
    child.unref()
  })
}

function opener(address: string): [string, ...string[]] {
  if (process.platform === 'darwin') return ['open', address]
  // `start` takes its first quoted argument for a window title.
  if (process.platform === 'win32') return ['cmd', '/c', 'start', '""', address.replaceAll('&', '^&')]
  return ['xdg-open', address]
}
