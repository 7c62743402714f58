// The financing-plan page in a real browser: by keyboard, with a spreadsheet's clipboard, and with two people on it.
import { chromium, type Browser, type Locator, type Page } from '@playwright/test'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { prepareAxe } from '../axe'
import { chromiumOptions } from '../chromium'
import { serveHarness, type ServedHarness } from '../serveHarness'
import type { Harness } from './harness'

vi.setConfig({ testTimeout: 120_000 })

type PlanWindow = Window & { harness: Harness }

let server: ServedHarness
let browser: Browser
const opened: Page[] = []

beforeAll(async () => {
  server = await serveHarness('tests/financingPlan/harness.html')
  browser = await chromium.launch(chromiumOptions)
}, 120_000)
afterEach(async () => {
  await Promise.all(opened.splice(0).map((page) => page.context().close()))
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

async function open(query = 'example=1', size = { width: 1366, height: 768 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' })
  const page = await context.newPage()
  opened.push(page)
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (problem) => {
    throw problem
  })
  await page.goto(`${server.address}?${query}`)
  await page.waitForFunction(() => 'harness' in window)
  await side(page)
    .getByRole('group', { name: 'Verktyg för planen' })
    .or(side(page).locator('aside'))
    .first()
    .waitFor()
  return page
}

const side = (page: Page, person: 0 | 1 = 0) => page.locator(`[data-person="${person}"]`)
const cell = (where: Page | Locator, row: string, column: string) =>
  where.locator(`[data-cell="${row}|${column}"]`)
const figure = (where: Page | Locator, name: string) => where.locator(`[data-figure="${name}"]`)
/** Texts with every kind of space as a plain one. */
const plain = async (where: Locator) => (await where.innerText()).replace(/\s/g, ' ')
const focusedCell = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-cell]')?.getAttribute('data-cell'))
const soon = async (look: () => Promise<unknown>, wanted: unknown) =>
  expect.poll(look, { timeout: 15_000 }).toEqual(wanted)
const paste = (page: Page, text: string) =>
  page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
  }, text)
const copied = (page: Page, kind: 'copy' | 'cut') =>
  page.evaluate((type) => {
    const data = new DataTransfer()
    const event = new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true })
    document.activeElement!.dispatchEvent(event)
    return data.getData('text/plain')
  }, kind)

test('the example shows its figures, and each tells how it is computed', async () => {
  const page = await open()
  await soon(() => plain(cell(page, 'closingCash', '2027Q2')), '−7 609 under noll')
  await soon(() => plain(cell(page, 'closingCash', '2028Q4')), '128 122')
  expect(await plain(figure(page, 'lowPoint'))).toContain('−7 609 kr')
  expect(await plain(figure(page, 'lowPoint'))).toContain('kv 2 2027')
  expect(await plain(figure(page, 'selfFinancing'))).toContain('72,0 %')
  await page.getByRole('button', { name: 'Hur räknas ”Lägsta kassa” ut?' }).click()
  await soon(async () => (await plain(page.getByRole('dialog'))).includes('−22 609,10 kr netto'), true)
  expect(
    await page
      .locator('[data-finding]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-finding'))),
  ).toEqual(['FP-01', 'FP-03', 'FP-04', 'FP-07', 'FP-08', 'FP-10'])
})

test('a row is made and filled by keyboard alone, and undo takes it back', async () => {
  const page = await open('')
  await page.getByRole('button', { name: 'Lägg till en kostnad' }).press('Enter')
  const rows = page.locator('[data-row]')
  await rows.first().waitFor()
  const id = await rows.first().getAttribute('data-row')
  await cell(page, id!, 'title').getByRole('textbox').waitFor()
  await soon(() => page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA')
  await page.keyboard.type('Lokal')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  await soon(() => focusedCell(page), `${id}|2027Q1`)
  await page.keyboard.type('12 000,50')
  await page.keyboard.press('Tab')
  await soon(() => plain(cell(page, id!, '2027Q1')), '12 001')
  await page.keyboard.press('ArrowLeft')
  await soon(() => focusedCell(page), `${id}|2027Q1`)
  await page.keyboard.press('Control+r')
  await soon(() => plain(cell(page, id!, '2028Q4')), '12 001')
  await soon(() => plain(cell(page, id!, 'total')), '96 004')
  // Öre are kept, and seen while editing; Escape leaves them as they were.
  await page.keyboard.press('F2')
  const field = cell(page, id!, '2027Q1').getByRole('textbox')
  await soon(() => field.inputValue(), '12000,50')
  await page.keyboard.type('9')
  await page.keyboard.press('Escape')
  await soon(() => plain(cell(page, id!, '2027Q1')), '12 001')
  await page.keyboard.type('abc')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  await page.keyboard.press('Escape')
  await soon(() => plain(cell(page, id!, '2027Q1')), '12 001')
  await page.keyboard.press('Delete')
  await soon(() => plain(cell(page, id!, '2027Q1')), '')
  await page.keyboard.press('Control+z')
  await soon(() => plain(cell(page, id!, '2027Q1')), '12 001')
  await page.keyboard.press('Control+z')
  await soon(() => plain(cell(page, id!, '2028Q4')), '')
  await page.keyboard.press('Control+y')
  await soon(() => plain(cell(page, id!, '2028Q4')), '12 001')
})

test('cells go to a spreadsheet and come from one; rows beyond the last become new rows', async () => {
  const page = await open()
  await cell(page, 'C1', 'title').click()
  await page.keyboard.press('Shift+ArrowDown')
  for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight')
  expect(await copied(page, 'copy')).toBe(
    'Premises (lokal)\tLokal\t\t96000\t12000\r\nBookkeeping, insurance (köpta tjänster)\tKöpta tjänster\t\t48000\t6000',
  )
  await cell(page, 'C2', '2027Q1').click()
  await paste(page, '6 100,00\t6.200,50\r\n2500\tx\r\n')
  await soon(() => plain(cell(page, 'C2', '2027Q1')), '6 100')
  await soon(() => plain(cell(page, 'C2', '2027Q2')), '6 201')
  await cell(page, 'C4', 'title').click()
  await paste(page, 'Mobilt kök\r\nTelefon\t\t\t\t300\t300\r\n')
  await soon(() => plain(cell(page, 'C4', 'title')), 'Mobilt kök')
  const made = page.locator('[data-row]', { hasText: 'Telefon' })
  await made.waitFor()
  const id = await made.getAttribute('data-row')
  await soon(() => plain(cell(page, id!, '2027Q2')), '300')
  await cell(page, id!, '2027Q1').click()
  await page.keyboard.press('Shift+ArrowRight')
  expect(await copied(page, 'cut')).toBe('300\t300')
  await soon(() => plain(cell(page, id!, '2027Q2')), '')
})

test('Tab goes from cell to cell, and Escape and Tab leaves the table', async () => {
  const page = await open()
  await cell(page, 'S2', 'title').focus()
  await page.keyboard.press('Tab')
  await soon(() => focusedCell(page), 'S2|status')
  await page.keyboard.press('Shift+Tab')
  await soon(() => focusedCell(page), 'S2|title')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await soon(() => page.evaluate(() => document.activeElement?.closest('table[role="grid"]') ?? null), null)
})

test('two people see each other, keep both their words, and get a deleted row back', async () => {
  const page = await open('example=1&people=2', { width: 2200, height: 800 })
  await cell(side(page), 'C1', '2027Q1').click()
  await cell(side(page, 1), 'C1', '2027Q1').getByText('Anna Andersson').waitFor()

  await cell(side(page), 'C2', 'title').dblclick()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Köpt ')
  await page.evaluate(() => {
    const { people } = (window as unknown as PlanWindow).harness
    const record = people[1].room.doc.getMap('fixedCosts').get('C2') as {
      get(key: string): { insert(at: number, text: string): void }
    }
    record.get('title').insert(0, '(Bo) ')
  })
  await page.keyboard.type('hjälp ')
  await page.keyboard.press('Enter')
  await soon(
    async () => (await plain(cell(side(page, 1), 'C2', 'title'))).split(' Anna')[0],
    '(Bo) Köpt hjälp Bookkeeping, insurance (köpta tjänster)',
  )

  await cell(side(page), 'C4', 'title').dblclick()
  await page.keyboard.type('!')
  await page.evaluate(() => (window as unknown as PlanWindow).harness.remove(1, 'fixedCosts', 'C4'))
  await page.getByText('Någon tog bort raden du skrev i.').waitFor()
  await page.getByRole('button', { name: 'Ta tillbaka' }).click()
  await cell(side(page, 1), 'C4', 'title').getByText('Mobile kitchen (investering)!').waitFor()
})

test('what cannot be computed keeps the last figures and says which row is meant', async () => {
  const page = await open()
  await soon(() => plain(cell(page, 'closingCash', '2028Q4')), '128 122')
  await page.evaluate(() =>
    (window as unknown as PlanWindow).harness.set(0, [
      { table: 'personnel', id: 'R2', key: 'to', value: '2027Q1' },
    ]),
  )
  await page.getByText(/något fattas eller går inte ihop i raden ”Work supervisor/).waitFor()
  await soon(() => plain(cell(page, 'closingCash', '2028Q4')), '128 122')
  await page.locator('[data-finding="FP-11"]').getByRole('button').click()
  await page.getByRole('dialog', { name: /Allt om Work supervisor/ }).waitFor()
})

test('a row moves by keyboard, and is deleted and brought back', async () => {
  const page = await open()
  const order = () =>
    page.locator('[data-row^="C"]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
  await cell(page, 'C2', '2027Q1').click()
  await page.keyboard.press('Alt+ArrowUp')
  await soon(order, ['C2', 'C1', 'C3', 'C4'])
  await page.keyboard.press('Control+Delete')
  await soon(order, ['C1', 'C3', 'C4'])
  await page.getByRole('button', { name: 'Ångra' }).last().click()
  await soon(order, ['C2', 'C1', 'C3', 'C4'])
})

test('who may only look can walk about and read, and change nothing', async () => {
  const page = await open()
  await page.evaluate(() =>
    (window as unknown as PlanWindow).harness.people[0].setRights({ canWrite: false, reason: 'role' }),
  )
  await page.getByText('Du är med som observatör.').waitFor()
  expect(await page.getByRole('button', { name: 'Ny källa' }).count()).toBe(0)
  await cell(page, 'C1', '2027Q1').click()
  await page.keyboard.type('5')
  await page.keyboard.press('Delete')
  await soon(() => plain(cell(page, 'C1', '2027Q1')), '12 000')
  await page.keyboard.press('Alt+Enter')
  await page.getByRole('dialog', { name: /Allt om Premises/ }).waitFor()
})

test.each([
  ['wide', 'example=1', { width: 1366, height: 768 }],
  ['dark tablet', 'example=1&theme=dark', { width: 820, height: 1180 }],
  ['phone, right to left', 'example=1&lang=x-rtl', { width: 360, height: 780 }],
  ['empty', '', { width: 1366, height: 768 }],
] as const)('nothing serious found by axe, and nothing sticks out: %s', async (_name, query, size) => {
  const page = await open(query, size)
  await page.waitForTimeout(300)
  const found = await prepareAxe(page).include('main').analyze()
  expect(
    found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes[0]?.html]),
  ).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

test('on a phone the rows are a list, and each opens with its amounts to write', async () => {
  const page = await open('example=1', { width: 320, height: 640 })
  await page.locator('[data-row="C1"]').click()
  const dialog = page.getByRole('dialog', { name: /Allt om Premises/ })
  await dialog.getByLabel('kv 1 2027', { exact: true }).fill('20 000')
  await dialog.getByLabel('kv 1 2027', { exact: true }).press('Enter')
  await dialog.getByRole('button', { name: 'Klar' }).click()
  await soon(async () => (await plain(page.locator('[data-row="C1"]'))).includes('104 000 kr'), true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
