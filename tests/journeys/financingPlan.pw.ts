// A financing plan made in the interface, the grid by keyboard alone, shows the figures of the computation.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { isInvalidInput } from '../../shared/checks/invalidInput'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import { financingInput } from '../../shared/financing/input'
import { formatKronor, formatWholeKronor } from '../../shared/money/format'
import example from '../fixtures/domain/financing-example.json' with { type: 'json' }
import { expectFocusIn, pressUntil, tabTo } from './controls'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, expectSaved, goHome } from './people'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await startDeskProgram()
})
test.afterEach(async () => desk.end())

const whole = financingInput.parse(example.input)
const pick = <T extends { id: string }>(rows: readonly T[], ...ids: string[]) =>
  rows.filter((row) => ids.includes(row.id))
/** The part of Grannköket that this journey types in. */
const part = {
  ...whole,
  personnel: pick(whole.personnel, 'R1'),
  fixedCosts: pick(whole.fixedCosts, 'C1'),
  variableCosts: pick(whole.variableCosts, 'V1'),
  sources: pick(whole.sources, 'S5'),
}

/** What the cells of a line show in the periods, with plain spaces. */
async function periodsOf(line: Locator): Promise<string[]> {
  const texts = await line.locator('[data-cell]').allInnerTexts()
  return texts.slice(4).map((text) => text.split('\n')[0]!.replace(/\s/g, ' ').replace(' under noll', ''))
}
const kronor = (amounts: readonly number[]) =>
  amounts.map((ore) => formatWholeKronor(ore, 'sv-SE').replace(/\s/g, ' '))
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const rowWith = (page: Page, title: string) => page.locator('[data-row]', { hasText: title })

test('part of Grannköket by keyboard gives its figures, and the page shows why', async ({ page }) => {
  test.setTimeout(180_000)
  const plan = computeFinancingPlan(part)
  if (isInvalidInput(plan)) throw new Error(plan.sentence)
  await goHome(page, desk.address())
  await createWorkshop(page, 'Grannköket')
  await page.getByRole('button', { name: 'Lägg till sida' }).click()
  await page.getByRole('menuitem', { name: /^Finansieringsplan/ }).click()
  await expect(page.getByRole('heading', { name: 'Planen är tom' })).toBeVisible()

  // A cost row: its title, an amount, and the amount in every period.
  await tabTo(page, page.getByRole('button', { name: 'Lägg till en kostnad' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-row] textarea')).toBeFocused()
  await page.keyboard.type('Lokal i centrum')
  await press(page, 'Tab', 'Tab', 'Tab', 'Tab')
  await page.keyboard.type('12 000')
  await press(page, 'Tab', 'ArrowLeft', 'Control+r')
  await expect.poll(() => periodsOf(rowWith(page, 'Lokal i centrum'))).toEqual(Array(8).fill('12 000'))

  // A source: units times a price.
  await press(page, 'Home')
  await pressUntil(page, 'ArrowUp', page.getByRole('button', { name: 'Ny källa' }))
  await press(page, 'Enter')
  await expectFocusIn(page.getByRole('menu'))
  await pressUntil(page, 'ArrowDown', page.getByRole('menuitem', { name: /^Försäljning/ }))
  await press(page, 'Enter')
  await expect(page.locator('[data-row] textarea')).toBeFocused()
  await page.keyboard.type('Kunder')
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('115')
  await press(page, 'Tab', 'Tab')
  for (const units of part.sources[0]!.units!) {
    await page.keyboard.type(String(units))
    await press(page, 'Tab')
  }

  // A variable cost, and a role whose pay stands in its details.
  await press(page, 'Home')
  await pressUntil(page, 'ArrowDown', page.getByRole('button', { name: 'Ny rörlig kostnad' }))
  await press(page, 'Enter')
  await expect(page.locator('[data-row] textarea')).toBeFocused()
  await page.keyboard.type('Råvaror')
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('42')
  await press(page, 'Enter')
  await press(page, 'Home')
  await pressUntil(page, 'ArrowUp', page.getByRole('button', { name: 'Ny roll' }))
  await press(page, 'Enter')
  await expect(page.locator('[data-row] textarea')).toBeFocused()
  await page.keyboard.type('Idébärare')
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('50')
  await press(page, 'Tab', 'Alt+Enter')
  const details = page.getByRole('dialog', { name: 'Allt om Idébärare' })
  const salaries = details.getByLabel(/^Lön \d{4}/)
  const typeIn = async (field: Locator, text: string) => {
    await tabTo(page, field)
    await page.keyboard.type(text)
  }
  await expectFocusIn(details)
  await typeIn(salaries.nth(0), '32 000')
  await typeIn(salaries.nth(1), '32 900')
  await typeIn(details.getByLabel(/^Övriga påslag/), '5')
  await tabTo(page, details.getByRole('button', { name: 'Klar' }))
  await press(page, 'Enter')
  await expect(details).toBeHidden()

  // Out of the table, once the focus is back in it.
  await expectFocusIn(page.getByRole('grid', { name: 'Finansieringsplanen som tabell' }))
  await press(page, 'Escape')
  await tabTo(page, page.getByRole('button', { name: 'Inställningar' }))
  await press(page, 'Enter')
  const settings = page.getByRole('dialog', { name: 'Planens inställningar' })
  await expectFocusIn(settings)
  await typeIn(settings.getByLabel('Kassa från början, kr'), '15 000')
  await typeIn(settings.getByLabel('Buffert, kr'), '25 000')
  await tabTo(page, settings.getByRole('button', { name: 'Klar' }))
  await press(page, 'Enter')
  await expect(settings).toBeHidden()

  const { base } = plan.scenarios
  await expect
    .poll(() => periodsOf(rowWith(page, 'Idébärare')))
    .toEqual(kronor(plan.personnel.R1!.map((cost) => cost.total)))
  await expect.poll(() => periodsOf(rowWith(page, 'Råvaror'))).toEqual(kronor(base.payments.V1!))
  const closing = page.getByRole('row', { name: /^Kassa vid periodens slut/ })
  await expect.poll(() => periodsOf(closing)).toEqual(kronor(base.closingCash))
  const low = page.locator('[data-figure="lowPoint"]')
  await expect(low).toContainText(formatKronor(base.liquidityLowPoint.amount, 'sv-SE'))
  await page.getByRole('button', { name: 'Hur räknas ”Lägsta kassa” ut?' }).click()
  await expect(page.getByRole('dialog')).toContainText('Arbetsgivaravgift 31,42')
  await page.keyboard.press('Escape')
  expect(
    await page
      .locator('[data-finding]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-finding'))),
  ).toEqual(plan.findings.map((finding) => finding.code))

  // Saved: everything is there after a reload.
  await expectSaved(page)
  await page.reload()
  await expect.poll(() => periodsOf(closing), { timeout: 20_000 }).toEqual(kronor(base.closingCash))
})
