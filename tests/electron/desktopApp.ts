// Starts the built desktop app for a test, in a data folder of its own, and ends it.
import { accessSync, constants, cpSync, chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { spawnSync } from 'node:child_process'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron, rootFlags } from '../../scripts/electronRuntime.mjs'

const root = resolve(import.meta.dirname, '../..')
/** Also honoured by the scripts: several builds of one tree can live side by side. */
const out = resolve(root, process.env.SAMVERKSTAD_OUT ?? 'out')

export interface DesktopApp {
  app: ElectronApplication
  page: Page
  /** The app's data folder; give it to the next start to find everything again. */
  folder: string
  /** Quits as a person would; the page saves first. */
  quit(): Promise<void>
  /** Ends it at once, whatever it says. */
  kill(): void
}

export interface StartOptions {
  folder?: string
  /** More of the command line. */
  args?: readonly string[]
  language?: 'sv' | 'en'
  /** As another user, with Chromium's own sandbox; see {@link otherUser}. */
  asOtherUser?: boolean
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'samverkstad-'))
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 })

/** The program and the arguments every start has. */
export function commandLine(folder: string): { bin: string; args: string[] } {
  const electron = findElectron()
  if (!electron) throw new Error('there is no Electron on this machine')
  const main = out === join(root, 'out') ? root : join(out, 'main/index.js')
  return { bin: electron.bin, args: [main, `--user-data-dir=${folder}`, '--disable-gpu'] }
}

/** Starts the app and waits until its page listens. */
export async function startDesktop(options: StartOptions = {}): Promise<DesktopApp> {
  const folder = options.folder ?? newFolder()
  if (options.language && !existsSync(join(folder, 'preferences.json')))
    writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ language: options.language }))
  const { bin, args } = commandLine(folder)
  const other = options.asOtherUser ? otherUser(folder, bin) : undefined
  const app = await _electron.launch({
    executablePath: other?.program ?? bin,
    args: [...(other ? [] : rootFlags()), ...args, ...(options.args ?? [])],
    cwd: root,
    chromiumSandbox: other !== undefined || rootFlags().length === 0,
    timeout: 30_000,
    ...(other ? { env: other.env } : {}),
  })
  const page = await app.firstWindow()
  await page.locator('h1, h2, [role="main"], main').first().waitFor()
  const child = app.process()
  return {
    app,
    page,
    folder,
    quit: async () => {
      const closed = app.waitForEvent('close', { timeout: 20_000 })
      await app.evaluate(({ app: running }) => void setTimeout(() => running.quit())).catch(() => undefined)
      await closed
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** The process of the desk, or undefined while there is none. */
export const deskProcess = (app: ElectronApplication): Promise<number | undefined> =>
  app.evaluate(
    ({ app: running }) => running.getAppMetrics().find(({ name }) => name === 'Samverkstad desk')?.pid,
  )

/**
 * Runs Electron as `nobody`, because root has no sandbox. Undefined where that cannot be: not on Linux, not root, or the
 * program cannot be read by others.
 */
function otherUser(folder: string, bin: string): { program: string; env: Record<string, string> } {
  const program = join(folder, 'as-nobody')
  const home = join(folder, 'home')
  const authority = process.env.XAUTHORITY
  const ownAuthority = join(folder, 'xauthority')
  if (authority) cpSync(authority, ownAuthority)
  writeFileSync(
    program,
    `#!/bin/sh\nexec setpriv --reuid=65534 --regid=65534 --clear-groups -- ${JSON.stringify(bin)} "$@"\n`,
  )
  chmodSync(program, 0o755)
  spawnSync('mkdir', ['-p', home])
  spawnSync('chown', ['-R', '65534:65534', folder])
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    ...(authority ? { XAUTHORITY: ownAuthority } : {}),
  }
  return {
    program,
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >,
  }
}

/** Whether another user can be had, and Chromium finds a way to lock its sandbox there. */
export function canBeOtherUser(): boolean {
  const electron = findElectron()
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !electron) return false
  const as = (...command: string[]) =>
    spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', '--', ...command]).status === 0
  try {
    accessSync(electron.bin, constants.X_OK)
  } catch {
    return false
  }
  return (
    as('test', '-x', electron.bin) &&
    as('test', '-r', join(root, 'package.json')) &&
    as('unshare', '--user', 'true')
  )
}
