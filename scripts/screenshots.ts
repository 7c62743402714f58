// `npm run screenshots`: takes the README's pictures from the real app, with the demo session on the screen.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { ensureBuilt, outFolder, root } from './prepare.mjs'
import { findChromium } from './tools.mjs'

const pictures = process.argv[2] ?? join(root, 'docs/images')
/** The demo's pages, and what is there once they are drawn. */
const demoPages = [
  { name: 'wall', drawn: '.tl-shape' },
  { name: 'business-model', drawn: '[data-block]' },
  { name: 'impact-chain', drawn: '.react-flow__node' },
  { name: 'financing-plan', drawn: '[data-cell]' },
]

await ensureBuilt()
mkdirSync(pictures, { recursive: true })
const dataDir = mkdtempSync(join(tmpdir(), 'samverkstad-pictures-'))
const desk = spawn(process.execPath, [join(outFolder(), 'main/web.js'), '--data', dataDir, '--no-open'], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...process.env, SAMVERKSTAD_LAN_ADDRESS: '127.0.0.1' },
})
const address = await new Promise<string>((found) =>
  desk.stdout.on('data', (said: Buffer) => {
    const [match] = /http:\S+#key=\S+/.exec(said.toString()) ?? []
    if (match) found(match)
  }),
)
const browser = await chromium.launch({
  executablePath: findChromium() ?? undefined,
  args: ['--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
})
try {
  await takeAll()
} finally {
  await browser.close()
  desk.kill('SIGTERM')
  await new Promise((ended) => desk.once('exit', ended))
  rmSync(dataDir, { recursive: true, force: true })
}

interface Look {
  theme?: 'light' | 'dark'
  language?: 'sv' | 'en' | 'x-rtl'
  width?: number
  height?: number
}

async function open({
  theme = 'light',
  language = 'sv',
  width = 1366,
  height = 820,
}: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: 'sv-SE',
    viewport: { width, height },
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.addInitScript(
    (chosen) => localStorage.setItem('samverkstad.preferences', JSON.stringify(chosen)),
    { language, theme },
  )
  return page
}

/** Waits until nothing moves or loads any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(1500)
}

async function take(page: Page, name: string): Promise<void> {
  await settle(page)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  console.log(`${name}.png`)
}

async function takeAll(): Promise<void> {
  const page = await open()
  await page.goto(address)
  await page.locator('[data-session] a').first().waitFor()
  await take(page, 'home')
  await page.locator('[data-session] a').first().click()
  const rows = page.getByRole('grid', { name: 'Sidor' }).getByRole('row')
  await rows.first().waitFor()
  const titles = await rows.allTextContents()
  for (const [at, title] of titles.entries()) {
    await rows.nth(at).click()
    const { name, drawn } = demoPages[at] ?? { name: title, drawn: 'main' }
    await page.locator('main').locator(drawn).first().waitFor()
    await take(page, name)
  }
  await page.getByRole('button', { name: /^Delas?$/ }).click()
  await page.getByRole('button', { name: 'Öppna dörren' }).click()
  const link = (await page.locator('[data-qr]').getAttribute('data-qr')) ?? ''
  await take(page, 'share')
  await page.keyboard.press('Escape')
  await rows.nth(1).click()

  const guest = await open({ width: 390, height: 800 })
  await guest.goto(link)
  await guest.getByLabel('Ditt namn').waitFor()
  await guest.getByLabel('Ditt namn').fill('Amina')
  await guest.getByRole('button', { name: 'Gå med' }).click()
  await guest.locator('main').waitFor()
  await take(guest, 'guest-canvas')

  await page.getByRole('button', { name: 'Exportera' }).click()
  await page.getByRole('dialog').waitFor()
  await page.waitForTimeout(4000)
  await take(page, 'export')
}
