// The desktop app through a day: a relay that dies, files, a second start, closing in the middle of saving, coming back.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { rootFlags } from '../../scripts/electronRuntime.mjs'
import {
  commandLine,
  deskProcess,
  newFolder,
  removeFolder,
  startDesktop,
  type DesktopApp,
} from './desktopApp'

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function openDemo(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /Grannköket/ })
    .first()
    .click()
  await expect(titleOf(page)).toContainText('Grannköket')
}
const titleOf = (page: Page) => page.getByRole('heading', { level: 1 })

async function rename(page: Page, title: string): Promise<void> {
  await titleOf(page).getByRole('button').click()
  await expect(titleOf(page).getByRole('textbox')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(titleOf(page)).toContainText(title)
}

/** What the save dialog gives from now on; null is giving up. */
async function answerSaveDialog({ app }: DesktopApp, filePath: string | null): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: path === null, filePath: path ?? '' })
  }, filePath)
}

async function menuWords({ app }: DesktopApp): Promise<string[]> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.items.map(({ label }) => label))
}

test.describe('with the example open', () => {
  let desktop: DesktopApp
  const saved = newFolder()
  test.beforeAll(async () => {
    desktop = await startDesktop({ language: 'sv' })
    await openDemo(desktop.page)
  })
  test.afterAll(async () => {
    await desktop.quit()
    await removeFolder(desktop.folder)
    await removeFolder(saved)
  })

  test('the relay is killed in the middle: the page goes on, and finds it again where it was', async () => {
    const { app, page } = desktop
    const before = await page.evaluate(() => window.desktop!.connection())
    const pid = (await deskProcess(app))!
    process.kill(pid, 'SIGKILL')
    await rename(page, 'Grannköket i mars')
    await expect.poll(() => deskProcess(app)).not.toBe(pid)
    expect(await page.evaluate(() => window.desktop!.connection())).toEqual(before)
    await expect(page.getByText('Sparat', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
    const library = await fetch(`${before.url}/api/library`, {
      headers: { authorization: `Bearer ${before.key}` },
    })
    expect(await library.text()).toContain('Grannköket i mars')
  })

  test('a copy is saved as a file and opens as a workshop of its own', async () => {
    const { app, page } = desktop
    const path = join(saved, 'Kopia.samverk')
    const sessionId = await currentSession(page)
    const save = () =>
      page.evaluate((id) => window.desktop!.saveSessionCopy({ sessionId: id, fileName: 'Kopia' }), sessionId)
    await answerSaveDialog(desktop, null)
    expect(await save()).toEqual({ outcome: 'cancelled' })
    await answerSaveDialog(desktop, path)
    expect(await save()).toEqual({ outcome: 'saved', fileName: 'Kopia.samverk' })
    expect(readFileSync(path).subarray(0, 2).toString()).toBe('PK')

    await app.evaluate(({ dialog }, file) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] })
    }, path)
    const opened = await page.evaluate(() => window.desktop!.openSessionFile())
    expect(opened).toMatchObject({ outcome: 'opened', problems: [], session: { title: 'Grannköket i mars' } })
    expect((opened as { session: { sessionId: string } }).session.sessionId).not.toBe(sessionId)
  })

  test('pages are printed to a PDF file', async () => {
    const { page } = desktop
    const path = join(saved, 'Affärsmodell.pdf')
    await answerSaveDialog(desktop, path)
    const sessionId = await currentSession(page)
    const outcome = await page.evaluate(async (id) => {
      const { url, key } = await window.desktop!.connection()
      const answer = await fetch(`${url}/api/library`, { headers: { authorization: `Bearer ${key}` } })
      const all = (await answer.json()) as { sessionId: string; pages: { pageId: string; kind: string }[] }[]
      const { pages } = all.find((each) => each.sessionId === id)!
      const pageIds = pages.filter(({ kind }) => kind === 'businessModel').map(({ pageId }) => pageId)
      return window.desktop!.savePdf({
        order: { sessionId: id, pageIds, paper: 'A4', language: 'sv' },
        fileName: 'Affärsmodell',
      })
    }, sessionId)
    expect(outcome).toEqual({ outcome: 'saved', fileName: 'Affärsmodell.pdf' })
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
    expect(desktop.app.windows()).toHaveLength(1)
  })

  test('the menu asks the page', async () => {
    const { app, page } = desktop
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()!.getMenuItemById('share')!.click())
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })

  test('a second start brings the first to the front, with the file it was given', async () => {
    const { app, page, folder } = desktop
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
    const before = await currentSession(page)
    const { bin, args } = commandLine(folder)
    const second = spawn(bin, [...rootFlags(), ...args, join(saved, 'Kopia.samverk')], { stdio: 'ignore' })
    const code = await new Promise((ended) => second.on('exit', ended))
    expect(code).toBe(0)
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((each) => each.isMinimized())),
      )
      .toEqual([false])
    await expect.poll(() => currentSession(page)).not.toBe(before)
    await expect(titleOf(page)).toContainText('Grannköket i mars')
  })

  test('a page that dies is loaded again', async () => {
    const { app, page } = desktop
    const died = page.waitForEvent('crash')
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
    )
    await died
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
            'document.querySelector("h1")?.textContent ?? ""',
          ),
        ),
      )
      .toContain('Grannköket')
  })
})

/** The id in the page's address. */
async function currentSession(page: Page): Promise<string> {
  return /session\/([A-Za-z0-9_-]+)/.exec(page.url())?.[1] ?? ''
}

test('closing waits until all is saved; the next start finds window, language, theme and words', async () => {
  const first = await startDesktop({ language: 'sv' })
  const { folder } = first
  try {
    expect(await menuWords(first)).toContain('Arkiv')
    await first.page.evaluate(() => window.desktop!.writePreferences({ language: 'en', theme: 'dark' }))
    expect(await menuWords(first)).toContain('File')
    expect(await first.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
    const bounds = { x: 60, y: 40, width: 1000, height: 720 }
    await first.app.evaluate(
      ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setBounds(to),
      bounds,
    )
    await openDemo(first.page)

    const desk = (await deskProcess(first.app))!
    process.kill(desk, 'SIGSTOP')
    await rename(first.page, 'Grannköket i april')
    let isClosed = false
    const closed = first.quit().then(() => (isClosed = true))
    await first.page.waitForTimeout(2000)
    expect(isClosed).toBe(false)
    process.kill(desk, 'SIGCONT')
    await closed
    await expect.poll(() => isAlive(desk)).toBe(false)

    const second = await startDesktop({ folder })
    try {
      expect(await menuWords(second)).toContain('File')
      await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark')
      await expect(second.page.getByText('Grannköket i april').first()).toBeVisible()
      expect(
        await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds()),
      ).toEqual(bounds)

      const left = (await deskProcess(second.app))!
      second.kill()
      // Nothing of it stays behind, holding the workshops' folder.
      await expect.poll(() => isAlive(left)).toBe(false)
    } finally {
      second.kill()
    }
  } finally {
    first.kill()
    await removeFolder(folder)
  }
})

test('--data keeps the workshops in a folder of one’s choice, as the local web start does', async () => {
  const folder = newFolder()
  const { bin, args } = commandLine(folder)
  const main = args[0]!
  const child = spawn(bin, [...rootFlags(), main, '--disable-gpu', `--data=${folder}`], { stdio: 'ignore' })
  try {
    await expect.poll(() => existsSync(join(folder, 'desktop'))).toBe(true)
    await expect.poll(() => existsSync(join(folder, 'db'))).toBe(true)
    // A signal ends it in good order.
    const ended = new Promise((done) => child.on('exit', done))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
  } finally {
    child.kill('SIGKILL')
    await removeFolder(folder)
  }
})
