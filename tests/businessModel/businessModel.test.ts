// The business-model page in a real browser, alone and with two people on it.
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { prepareAxe } from '../axe'
import { chromiumOptions } from '../chromium'
import { serveHarness, type ServedHarness } from '../serveHarness'
import type { Harness } from './harness'

declare global {
  interface Window {
    harness: Harness
  }
}

vi.setConfig({ testTimeout: 120_000 })

let server: ServedHarness
let browser: Browser
const opened: Page[] = []

beforeAll(async () => {
  server = await serveHarness('tests/businessModel/harness.html')
  browser = await chromium.launch(chromiumOptions)
}, 120_000)
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function open(
  query = '',
  size = { width: 1280, height: 800 },
  context?: BrowserContext,
): Promise<Page> {
  context ??= await browser.newContext({ viewport: size, reducedMotion: 'reduce' })
  const [before] = context.pages()
  const page = before ? await openWindow(before) : await context.newPage()
  opened.push(page)
  page.setDefaultTimeout(20_000)
  page.setDefaultNavigationTimeout(60_000)
  page.on('pageerror', (problem) => {
    throw problem
  })
  await page.goto(`${server.address}?${query}`)
  await page.waitForFunction(() => Boolean(window.harness))
  await side(page).locator('[data-block="partners"]').waitFor()
  return page
}

/** A window of its own: a second tab would lie in front of the first, which then takes one key a second. */
async function openWindow(before: Page): Promise<Page> {
  const opening = before.context().waitForEvent('page')
  await before.evaluate(() => void window.open('about:blank', '_blank', 'popup,noopener'))
  return opening
}

const side = (page: Page, person: 0 | 1 = 0) => page.locator(`[data-person="${person}"]`)
const block = (where: Page | Locator, key: string) => where.locator(`[data-block="${key}"]`)
const note = (where: Page | Locator, text: string) => where.locator('[data-note]', { hasText: text })
const add = (page: Page, key: string, ...texts: string[]) =>
  page.evaluate(
    ([name, words]) => window.harness.add(words.map((text) => ({ block: name as 'costs', text, now: 1 }))),
    [key, texts] as const,
  )
/** The notes' words in a block, from top to bottom. */
const textsIn = async (where: Page | Locator, key: string) =>
  block(where, key).locator('[data-note] [data-text]').allInnerTexts()
const focused = (page: Page, attribute: string) =>
  page.evaluate((name) => document.activeElement?.getAttribute(name), attribute)
const soon = async (look: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(look, { timeout: 15_000 }).toEqual(wanted)

test('notes are added one after the other with Enter, and Escape goes back to the button', async () => {
  const page = await open()
  await block(page, 'partners').getByRole('button', { name: 'Ny lapp i Nyckelpartners' }).click()
  await page.keyboard.type('Kommunen')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Församlingen')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.type('i Falun')
  await page.keyboard.press('Enter')
  await soon(() => textsIn(page, 'partners'), ['Kommunen', 'Församlingen\ni Falun'])
  await page.keyboard.press('Escape')
  await soon(() => focused(page, 'aria-label'), 'Ny lapp i Nyckelpartners')
  await block(page, 'partners').getByTitle('2 lappar').waitFor()
})

test('words left in a new note are added when one goes elsewhere', async () => {
  const page = await open()
  await block(page, 'costs')
    .getByRole('button', { name: /Ny lapp/ })
    .click()
  await page.keyboard.type('Hyra')
  await block(page, 'revenue').getByRole('heading').click()
  await soon(() => textsIn(page, 'costs'), ['Hyra'])
})

test('two people type in one note at the same time: both keep their words and their carets', async () => {
  const anna = await open('tabs&name=Anna')
  const bo = await open('tabs&name=Bo', undefined, anna.context())
  await add(anna, 'valueCustomer', 'mat')
  await note(anna, 'mat').click()
  await note(bo, 'mat').click()
  const fields = [anna, bo].map((page) => page.getByRole('textbox', { name: 'Lappens text' }))
  await fields[0]!.press('Home')
  await fields[1]!.press('End')
  await Promise.all([
    anna.keyboard.type('Hemlagad och vällagad ', { delay: 20 }),
    bo.keyboard.type(' till lunch och kvällsmat', { delay: 20 }),
  ])
  const all = 'Hemlagad och vällagad mat till lunch och kvällsmat'
  for (const field of fields) await soon(() => field.inputValue(), all)
  const carets = fields.map((field) => field.evaluate((one: HTMLTextAreaElement) => one.selectionStart))
  expect(await Promise.all(carets)).toEqual(['Hemlagad och vällagad '.length, all.length])
  await note(anna, 'Bo skriver').waitFor()
  await note(bo, 'Anna skriver').waitFor()
})

test('a note moved by another while one writes in it: one goes on writing where one was', async () => {
  const anna = await open('tabs&name=Anna')
  const bo = await open('tabs&name=Bo', undefined, anna.context())
  await add(anna, 'partners', 'Kommun', 'Region')
  await note(anna, 'Kommun').click()
  await anna.keyboard.press('End')
  await anna.keyboard.type('en i F')
  await note(bo, 'Kommunen')
    .getByRole('button', { name: /^Mer om/ })
    .click()
  await bo.getByRole('menuitem', { name: 'Flytta till …' }).click()
  await bo.getByRole('menuitem', { name: 'Kundrelationer' }).click()
  await block(anna, 'relations').getByRole('textbox').waitFor()
  await anna.keyboard.type('alun')
  await soon(() => textsIn(bo, 'relations'), ['Kommunen i Falun'])
})

test('a caret stays at its letter while another types before it', async () => {
  const page = await open('people=2', { width: 1700, height: 800 })
  await add(page, 'costs', 'Löner')
  await note(side(page, 0), 'Löner').click()
  const field = side(page, 0).getByRole('textbox', { name: 'Lappens text' })
  await field.press('End')
  await page.evaluate(() => {
    const { doc } = window.harness.people[1].room
    const [record] = [...doc.getMap('notes').values()] as {
      get(key: string): { insert(at: number, text: string): void }
    }[]
    record!.get('text').insert(0, 'Höga ')
  })
  await soon(() => field.inputValue(), 'Höga Löner')
  await page.keyboard.type('!')
  expect(await field.inputValue()).toBe('Höga Löner!')
})

test('one sees who writes where', async () => {
  const page = await open('people=2', { width: 1700, height: 800 })
  await add(page, 'channels', 'Cykelbud')
  await note(side(page, 1), 'Cykelbud').click()
  await page.keyboard.type(' ')
  await note(side(page, 0), 'Bo Berg skriver').waitFor()
  await side(page, 0).locator('[data-caret]').waitFor({ state: 'attached' })
  await block(side(page, 0), 'channels').getByTitle('Bo Berg är här').waitFor()
  await page.keyboard.press('Escape')
  await soon(() => note(side(page, 0), 'Bo Berg skriver').count(), 0)
})

test('a note deleted by another while one writes in it: its words can be brought back', async () => {
  const page = await open('people=2', { width: 1700, height: 800 })
  const [id] = await add(page, 'costs', 'Hyra')
  await note(side(page, 0), 'Hyra').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' av kök')
  await page.evaluate((gone) => window.harness.remove(1, gone!), id)
  await page.getByText('Någon annan tog bort lappen som du skrev i.').waitFor()
  await page.getByRole('button', { name: 'Ta tillbaka' }).click()
  await soon(() => textsIn(side(page, 1), 'costs'), ['Hyra av kök'])
})

test("Ctrl+Z takes back one's own change only, and Ctrl+Y makes it again", async () => {
  const page = await open('people=2', { width: 1700, height: 800 })
  await block(side(page, 0), 'costs')
    .getByRole('button', { name: /Ny lapp/ })
    .click()
  await page.keyboard.type('Hyra')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await block(side(page, 1), 'costs')
    .getByRole('button', { name: /Ny lapp/ })
    .click()
  await page.keyboard.type('Löner')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await soon(() => textsIn(side(page, 0), 'costs'), ['Hyra', 'Löner'])
  await side(page, 0).getByRole('button', { name: 'Ångra' }).click()
  await soon(() => textsIn(side(page, 1), 'costs'), ['Löner'])
  await side(page, 0).getByRole('button', { name: 'Gör om' }).click()
  await soon(() => textsIn(side(page, 1), 'costs').then((all) => all.sort()), ['Hyra', 'Löner'])
})

test('Ctrl+Z inside a note takes back words, and the menu of the window reaches it too', async () => {
  const page = await open()
  await add(page, 'costs', 'El')
  await note(page, 'El').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' och vatten')
  const field = page.getByRole('textbox', { name: 'Lappens text' })
  // On a slow machine the words were typed so slowly that they are several steps.
  for (let step = 0; step < 12 && (await field.inputValue()) !== 'El'; step++)
    await page.keyboard.press('Control+z')
  expect(await field.inputValue()).toBe('El')
  for (let step = 0; step < 12 && (await field.inputValue()) !== 'El och vatten'; step++)
    await page.evaluate(() => window.dispatchEvent(new CustomEvent('samverkstad:redo')))
  expect(await field.inputValue()).toBe('El och vatten')
})

test('a note is dragged to another block and reordered with the mouse', async () => {
  const page = await open()
  await add(page, 'partners', 'A', 'B', 'C')
  await add(page, 'channels', 'X')
  await note(page, 'A').dragTo(block(page, 'customer').getByRole('grid'))
  await soon(() => textsIn(page, 'customer'), ['A'])
  await note(page, 'C').dragTo(note(page, 'B'), { targetPosition: { x: 40, y: 3 } })
  await soon(() => textsIn(page, 'partners'), ['C', 'B'])
  await note(page, 'B').dragTo(note(page, 'X'), { targetPosition: { x: 40, y: 3 } })
  await soon(() => textsIn(page, 'channels'), ['B', 'X'])
  expect(await textsIn(page, 'partners')).toEqual(['C'])
})

test('by keyboard alone: edit, reorder, drag to another block, delete and undo', async () => {
  const page = await open()
  await add(page, 'partners', 'A', 'B')
  await add(page, 'activities', 'X')
  await note(page, 'A').focus()
  await page.keyboard.press('ArrowDown')
  await soon(() => focused(page, 'aria-label'), expect.stringMatching(/^B,/))
  await page.keyboard.press('Enter')
  await soon(() => focused(page, 'aria-label'), 'Lappens text')
  await page.keyboard.type('ror')
  await page.keyboard.press('Enter')
  await soon(() => textsIn(page, 'partners'), ['A', 'Bror'])
  await soon(() => page.evaluate(() => document.activeElement?.textContent?.includes('Bror')), true)
  await page.keyboard.press('Alt+ArrowUp')
  await soon(() => textsIn(page, 'partners'), ['Bror', 'A'])
  await soon(() => page.evaluate(() => document.activeElement?.textContent?.includes('Bror')), true)
  // React Aria's keyboard drag: Enter on the handle, Tab to the next place, Enter drops.
  await page.keyboard.press('Tab')
  await soon(() => focused(page, 'aria-label'), 'Dra lappen Bror')
  // It begins in the next frame, so each key waits for the place it is meant for.
  await page.keyboard.press('Enter')
  await soon(() => focused(page, 'aria-label'), expect.stringMatching(/^Infoga mellan Bror/))
  await page.keyboard.press('Tab')
  await soon(() => focused(page, 'aria-label'), expect.stringMatching(/^Släpp på/))
  await page.keyboard.press('Enter')
  await soon(() => textsIn(page, 'partners'), ['A'])
  await soon(() => textsIn(page, 'activities').then((all) => all.sort()), ['Bror', 'X'])
  await note(page, 'Bror').focus()
  await page.keyboard.press('Delete')
  await soon(() => textsIn(page, 'activities'), ['X'])
  await page.getByText('Lappen är borttagen.').waitFor()
  await page.getByRole('button', { name: 'Ångra' }).last().click()
  await soon(() => textsIn(page, 'activities').then((all) => all.sort()), ['Bror', 'X'])
})

test("the note's menu gives colour, state, another block and the way back to the wall", async () => {
  const page = await open()
  const [id] = await page.evaluate(() =>
    window.harness.add([{ block: 'costs', text: 'Hyra', source: { page: 'wall', id: 'shape:7' }, now: 1 }]),
  )
  const choose = async (...names: string[]) => {
    await note(page, 'Hyra').getByRole('button', { name: 'Mer om lappen Hyra' }).click()
    for (const name of names) await page.getByRole('menuitem', { name }).click()
  }
  await choose('Färg', 'Grön, romb')
  await choose('Läge', 'Prövad')
  await soon(() => note(page, 'Hyra').getAttribute('aria-label'), 'Hyra, Prövad, Grön, romb')
  await choose('Flytta till …', 'Intäktsströmmar')
  await soon(() => textsIn(page, 'revenue'), ['Hyra'])
  await note(page, 'Hyra').getByRole('button', { name: 'Från väggen' }).click()
  expect(await page.evaluate(() => window.harness.went)).toEqual([['wall', 'shape:7']])
  await choose('Belägg och avsändare …')
  await page.getByRole('textbox', { name: 'Belägg' }).fill('Samtal med hyresvärden')
  await page.getByRole('textbox', { name: 'Gäller för' }).fill('unga, företag')
  await page.getByRole('button', { name: 'Klar' }).click()
  await note(page, 'Hyra').getByText('företag').waitFor()
  expect(
    await page.evaluate(
      (key) => JSON.stringify(window.harness.people[1].room.doc.getMap('notes').toJSON()[key!]),
      id,
    ),
  ).toContain('Samtal med hyresvärden')
})

test('whoever may not write sees everything, changes nothing, and is told why', async () => {
  const page = await open()
  await add(page, 'costs', 'Hyra')
  await page.evaluate(() => window.harness.people[0].setRights({ canWrite: false, reason: 'locked' }))
  await page.getByText('Sidan är låst av den som leder.').waitFor()
  expect(await page.getByRole('button', { name: /Ny lapp/ }).count()).toBe(0)
  await note(page, 'Hyra').click()
  await note(page, 'Hyra').focus()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  expect(await page.getByRole('textbox').count()).toBe(0)
  expect(await textsIn(page, 'costs')).toEqual(['Hyra'])
})

test('another layout keeps notes in view that it has no block for', async () => {
  const page = await open()
  await add(page, 'beneficiary', 'Nyanlända kvinnor')
  await add(page, 'relations', 'Fast kontakt')
  const beside = page.getByRole('region', { name: 'Bredvid modellen' })
  await beside.getByText('Nyanlända kvinnor').waitFor()
  await page.getByRole('button', { name: /Klassisk/ }).click()
  await page.getByRole('option', { name: 'Social' }).click()
  await beside.getByText('Fast kontakt').waitFor()
  await block(page, 'beneficiary').getByText('Nyanlända kvinnor').waitFor()
  await page.getByRole('button', { name: 'Råd (2)' }).click()
  await page.getByText('Det finns en målgrupp men inget socialt värdeerbjudande.').waitFor()
  await page.getByText('Det finns ingen regel för överskottet.').waitFor()
})

test('a record that cannot be read harms nothing but itself', async () => {
  const page = await open()
  await add(page, 'costs', 'Hyra')
  await page.evaluate(() => window.harness.spoil('broken'))
  await page.getByText('1 lapp gick inte att läsa').waitFor()
  expect(await textsIn(page, 'costs')).toEqual(['Hyra'])
})

test('a link leads to the note, also on a phone where its block is closed', async () => {
  const page = await open('', { width: 390, height: 700 })
  await add(page, 'partners', ...Array.from({ length: 8 }, (_, at) => `Partner ${at}`))
  const [id] = await add(page, 'revenue', 'Catering')
  expect(await note(page, 'Catering').count()).toBe(0)
  await page.evaluate((to) => window.harness.focus(to!), id)
  await note(page, 'Catering').waitFor()
  await soon(() => note(page, 'Catering').evaluate((element) => element === document.activeElement), true)
  await soon(
    () => note(page, 'Catering').evaluate((element) => element.getBoundingClientRect().bottom < innerHeight),
    true,
  )
})

test('at 320 px nothing is cut off and nothing scrolls sideways', async () => {
  const page = await open('lang=en', { width: 320, height: 640 })
  await add(page, 'valueCustomer', 'Arbetsmarknadsintegrationsverksamhetsutvecklare', 'Mat')
  await page
    .getByRole('button', { name: /Value proposition/ })
    .first()
    .click()
  await note(page, 'Mat').waitFor()
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter(
        (element) => element.clientWidth > 0 && element.getBoundingClientRect().right > innerWidth + 0.5,
      )
      .map((element) => element.className),
  )
  expect(wide).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})

test('many notes scroll inside their block while its title stays', async () => {
  const page = await open()
  await add(page, 'channels', ...Array.from({ length: 25 }, (_, at) => `Kanal ${at}`))
  await note(page, 'Kanal 24').scrollIntoViewIfNeeded()
  expect(await block(page, 'channels').getByRole('heading', { name: 'Kanaler' }).isVisible()).toBe(true)
  const [head, last] = await Promise.all([
    block(page, 'channels').getByRole('heading').boundingBox(),
    note(page, 'Kanal 24').boundingBox(),
  ])
  expect(head!.y).toBeGreaterThan(0)
  expect(last!.y).toBeGreaterThan(head!.y)
})

test('what others change is said politely, in one sentence', async () => {
  const page = await open('people=2', { width: 1700, height: 800 })
  const [id] = await add(page, 'costs', 'Hyra')
  await page.evaluate((changed) => {
    window.harness.change(1, changed!, { state: 'tested' })
    window.harness.change(1, changed!, { color: 'blue' })
  }, id)
  const said = side(page, 0).locator('[aria-live="polite"]')
  await soon(() => said.innerText(), 'Någon annan har ändrat i Kostnadsstruktur.')
})

test('on a touch screen a note is moved through its menu', async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 780 },
    hasTouch: true,
    isMobile: true,
  })
  const page = await open('', undefined, context)
  await add(page, 'partners', 'Kommunen')
  await page
    .getByRole('button', { name: /Nyckelpartners/ })
    .first()
    .tap()
  await note(page, 'Kommunen')
    .getByRole('button', { name: /^Mer om/ })
    .tap()
  await page.getByRole('menuitem', { name: 'Flytta till …' }).tap()
  await page.getByRole('menuitem', { name: 'Kundrelationer' }).tap()
  await page.getByText('Flyttad till Kundrelationer.').waitFor()
  await page.getByRole('button', { name: /^Kundrelationer/ }).tap()
  await soon(() => textsIn(page, 'relations'), ['Kommunen'])
})

test('no block of any layout is cut off, however low the window', async () => {
  const page = await open('', { width: 1100, height: 420 })
  for (const layout of ['classic', 'social', 'cooperative'] as const) {
    await page.evaluate((to) => window.harness.layout(to), layout)
    await page.locator(`[data-layout="${layout}"]`).waitFor()
    const cut = await page.evaluate(() => {
      const board = document.querySelector('[data-layout]')!.getBoundingClientRect()
      return [...document.querySelectorAll('[data-layout] [data-block]')]
        .filter((each) => {
          const { bottom, height } = each.getBoundingClientRect()
          return bottom > board.bottom + 0.5 || height < 120
        })
        .map((each) => each.getAttribute('data-block'))
    })
    expect(cut, layout).toEqual([])
  }
})

test('an example can be looked at in every layout, and nothing of it is copied', async () => {
  const page = await open()
  for (const layout of ['classic', 'social', 'cooperative'] as const) {
    await page.evaluate((to) => window.harness.layout(to), layout)
    await page.locator(`[data-layout="${layout}"]`).waitFor()
    await page.getByRole('button', { name: 'Se ett exempel' }).first().click()
    const dialog = page.getByRole('dialog', { name: 'Exempel: Grannköket' })
    await dialog.getByText('Lunchlådor, 115 kr styck').waitFor()
    expect(await dialog.locator('[data-example]').count()).toBe(
      await page.locator('[data-layout] [data-block]').count(),
    )
    await page.keyboard.press('Escape')
    await soon(() => dialog.count(), 0)
  }
  expect(await page.locator('[data-note]').count()).toBe(0)
})

test('help says what a block is for, in plain and in easy words', async () => {
  const page = await open()
  await page.getByRole('button', { name: 'Hjälp om Kanaler' }).click()
  const help = page.getByRole('dialog', { name: 'Hjälp om Kanaler' })
  await help.getByText('Frågor att utgå ifrån').waitFor()
  await help.getByText('Lättläst').click()
  await help.getByText('Hur får folk veta att ni finns? Hur når de er?').waitFor()
})

test.each([
  ['desktop', '', 1280, 800],
  ['dark', 'theme=dark', 1280, 800],
  ['right to left', 'lang=x-rtl', 1280, 800],
  ['phone', '', 390, 780],
])('axe finds nothing serious: %s', async (_name, query, width, height) => {
  const page = await open(query, { width, height })
  await add(page, 'partners', 'Kommunen')
  await page.evaluate(() => {
    const colors = ['red', 'blue', 'green', 'violet', 'grey'] as const
    window.harness.add(
      colors.map((color) => ({ block: 'partners', text: color, color, author: 'Bo', now: 1 })),
    )
  })
  if (width < 720)
    await page
      .getByRole('button', { name: /Nyckelpartners/ })
      .first()
      .click()
  await note(page, 'grey').waitFor()
  const found = await prepareAxe(page).analyze()
  const serious = found.violations.filter((each) => each.impact === 'serious' || each.impact === 'critical')
  expect(serious.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([])
})
