// Opens a board of 2,000 notes in a browser, through the relay and as bare tldraw, and counts frames while ten people drag.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { startRelay } from '../../relay/startRelay'
import { makeNotes } from './boardNotes'
import { openLargeBoard } from './boardPeople'
import { buildBoardPages, serveFolder } from './buildBoardPages'

export interface BrowserFigures {
  /** ms from the start of loading to all notes drawn; medians. */
  open: { ours: number; bare: number }
  fps: { ours: number; bare: number }
}

const noteCount = 2000
const rounds = 3
const countedMs = 5000
type Which = 'ours' | 'bare'

export async function measureInBrowser(executablePath: string | undefined): Promise<BrowserFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-board-'))
  const notes = makeNotes(noteCount)
  await buildBoardPages(join(folder, 'pages'))
  const site = await serveFolder(join(folder, 'pages'), new Map([['notes.json', JSON.stringify(notes)]]))
  const relay = await startRelay({ dataDir: join(folder, 'data'), allowedOrigins: [site.url] })
  const board = await openLargeBoard(relay, notes)
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
  const addresses: Record<Which, string> = {
    ours: `${site.url}/index.html#relay=${relay.url}&session=${board.sessionId}&token=${board.token}&page=${board.pageId}`,
    bare: `${site.url}/bare.html#records=notes.json`,
  }
  const opened: Record<Which, number[]> = { ours: [], bare: [] }
  const frames: Record<Which, number[]> = { ours: [], bare: [] }
  try {
    // In turns, so that a busy moment of the machine meets both. The first round only warms up.
    for (let round = 0; round <= rounds; round++)
      for (const which of ['bare', 'ours'] as const) {
        board.setDragging(false)
        const { page, took } = await openPage(browser, addresses[which])
        // The people drag while either is counted: they cost the machine the same then.
        board.setDragging(true)
        const fps = await countFrames(page)
        await page.context().close()
        if (round === 0) continue
        opened[which].push(took)
        frames[which].push(fps)
      }
  } finally {
    board.close()
    await browser.close()
    await relay.close()
    site.close()
    await rm(folder, { recursive: true, force: true })
  }
  return {
    open: { ours: median(opened.ours), bare: median(opened.bare) },
    fps: { ours: median(frames.ours), bare: median(frames.bare) },
  }
}

async function openPage(browser: Browser, address: string): Promise<{ page: Page; took: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  // tsx names functions through a helper that the page does not have.
  await context.addInitScript('globalThis.__name ??= (run) => run')
  const page = await context.newPage()
  await page.goto(address, { waitUntil: 'commit' })
  const took = await page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (document.querySelectorAll('.tl-shape').length < count) requestAnimationFrame(look)
          else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())))
        }
        look()
      }),
    noteCount,
  )
  return { page, took }
}

/** Frames a second with every note in view, while ten of them move. */
async function countFrames(page: Page): Promise<number> {
  // Both show everything on Shift+1.
  await page.mouse.click(640, 790)
  await page.keyboard.press('Shift+1')
  return await page.evaluate(async (ms) => {
    const { startMoving } = window as unknown as { startMoving?: () => () => void }
    const stop = startMoving?.()
    const frame = () => new Promise((next) => requestAnimationFrame(next))
    const settled = performance.now() + 1500
    while (performance.now() < settled) await frame()
    const start = performance.now()
    let count = 0
    while (performance.now() - start < ms) {
      await frame()
      count++
    }
    const fps = (count * 1000) / (performance.now() - start)
    stop?.()
    return fps
  }, countedMs)
}

const median = (list: number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
