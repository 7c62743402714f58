// An impact chain typed into its table and panels: each function is what one person does there.
import { expect, type Locator, type Page } from '@playwright/test'
import type { ImpactInput } from '../../shared/impact/input'
import { choose, tick, write } from './controls'

type Element = ImpactInput['elements'][number]
type Indicator = ImpactInput['indicators'][number]

const stepTitles = {
  resource: 'Resurser',
  activity: 'Aktiviteter',
  output: 'Prestationer',
  short: 'Utfall på kort sikt',
  medium: 'Utfall på medellång sikt',
  long: 'Utfall på lång sikt',
  impact: 'Samhällseffekt',
} as const
const one = { ...stepTitles, resource: 'Resurs', activity: 'Aktivitet', output: 'Prestation' } as const
const stepOf = ({ type, horizon }: Element) => (type === 'outcome' ? horizon! : type)
const decimal = (value: number) => String(value).replace('.', ',')
const risks = { low: 'Låg', medium: 'Medel', high: 'Hög' } as const

export const chainRow = (page: Page, title: string): Locator =>
  page
    .locator('[data-element]')
    .filter({ has: page.getByRole('button', { name: `Mer om ${title}`, exact: true }) })

export async function writeAboutChain(page: Page, chain: ImpactInput): Promise<void> {
  await page.getByRole('button', { name: 'Om kedjan' }).click()
  const panel = page.getByRole('complementary', { name: 'Om kedjan' })
  await panel.getByLabel('Behovet').fill(chain.need)
  await panel.getByLabel('Börjar').fill(chain.start!)
  await panel.getByLabel('Slutar').fill(chain.end!)
  for (const [at, { name, kind }] of chain.targetGroups.entries()) {
    await panel.getByRole('button', { name: 'Lägg till målgrupp' }).click()
    const item = panel.locator('[data-record]').nth(at)
    await item.getByRole('textbox', { name: 'Namn' }).fill(name)
    if (kind === 'secondary') await choose(item, 'Vilken målgrupp', 'Sekundär')
  }
  for (const [at, { name, role }] of chain.stakeholders.entries()) {
    await panel.getByRole('button', { name: 'Lägg till intressent' }).click()
    const names = panel.getByRole('textbox', { name: 'Namn' })
    await names.nth(chain.targetGroups.length + at).fill(name)
    await panel.getByRole('textbox', { name: 'Roll' }).nth(at).fill(role)
  }
  await panel.getByRole('button', { name: 'Stäng' }).click()
}

/** `inStep` puts the element in another column than its own at first. */
export async function addElement(page: Page, element: Element, inStep?: keyof typeof stepTitles) {
  const step = stepTitles[inStep ?? (stepOf(element) as keyof typeof stepTitles)]
  const field = page.getByRole('textbox', { name: `Lägg till i ${step}`, exact: true })
  await field.fill(element.title.trim())
  await field.press('Enter')
  await expect(chainRow(page, element.title.trim()).first()).toBeVisible()
}

/** Does something in an element's panel; `at` tells elements of one title apart. */
export async function inElementPanel(
  page: Page,
  element: Element,
  fill: (panel: Locator) => Promise<void>,
  at = 0,
): Promise<void> {
  const title = element.title.trim()
  await chainRow(page, title)
    .nth(at)
    .getByRole('button', { name: `Mer om ${title}: öppna` })
    .click()
  const panel = page.getByRole('complementary').filter({ has: page.getByRole('textbox', { name: 'Rubrik' }) })
  await expect(panel.getByRole('textbox', { name: 'Rubrik' })).toHaveValue(title)
  await fill(panel)
  await panel.getByRole('button', { name: 'Stäng' }).click()
  await expect(panel).toBeHidden()
}

/** Moves an element to the column that is its own. */
export async function putInStep(panel: Locator, element: Element): Promise<void> {
  const step = stepOf(element) as keyof typeof one
  await choose(panel, 'Typ', one[step])
}

export async function linkElements(page: Page, from: Element, to: Element, at = 0): Promise<void> {
  const row = chainRow(page, from.title.trim()).nth(at)
  await row.getByRole('button', { name: `Länka ${from.title.trim()} till …` }).click()
  const dialog = page.getByRole('dialog', { name: /^Vart leder/ })
  await dialog.getByRole('button', { name: to.title.trim(), exact: true }).first().click()
  await expect(dialog).toBeHidden()
  await expect(row.getByText(`Leder till: ${to.title.trim()}`).first()).toBeVisible()
}

/** An assumption on a link: a new one, or one that is on another link already. */
export async function assume(
  page: Page,
  from: Element,
  to: Element,
  { text, risk, test }: ImpactInput['assumptions'][number],
): Promise<void> {
  const row = chainRow(page, from.title.trim()).first()
  await row.getByRole('button', { name: `Leder till: ${to.title.trim()}` }).click()
  const panel = page.getByRole('complementary', { name: 'Länk' })
  await expect(panel.getByRole('button', { name: 'Nytt antagande' })).toBeVisible()
  const picker = panel.getByRole('button', { name: 'Använd ett som redan finns' })
  if (await picker.isVisible()) {
    await picker.click()
    const known = page.getByRole('option', { name: text, exact: true })
    await expect(page.getByRole('option').first()).toBeVisible()
    if (await known.isVisible()) {
      await known.click()
      await expect(panel.getByRole('textbox', { name: 'Antagande' })).toHaveValue(text)
      return panel.getByRole('button', { name: 'Stäng' }).click()
    }
    await page.keyboard.press('Escape')
  }
  await panel.getByRole('button', { name: 'Nytt antagande' }).click()
  await panel.getByRole('textbox', { name: 'Antagande' }).fill(text)
  await panel.getByText(risks[risk!], { exact: true }).click()
  if (test) await panel.getByRole('textbox', { name: 'Så tar vi reda på det' }).fill(test)
  await panel.getByRole('button', { name: 'Stäng' }).click()
}

const directions = { increase: 'Ska öka', decrease: 'Ska minska', maintain: 'Ska vara som nu' } as const
const frequencies = {
  month: 'Varje månad',
  quarter: 'Varje kvartal',
  halfyear: 'Varje halvår',
  year: 'Varje år',
} as const

export async function addIndicator(panel: Locator, indicator: Indicator): Promise<void> {
  await panel.getByRole('button', { name: 'Ny indikator' }).click()
  await expect(panel.getByRole('textbox', { name: 'Namn' })).toBeFocused()
  await panel.getByRole('textbox', { name: 'Namn' }).fill(indicator.name)
  if (indicator.unit) await panel.getByRole('textbox', { name: 'Enhet' }).fill(indicator.unit)
  await choose(panel, 'Önskad riktning', directions[indicator.direction])
  const { baseline, target } = indicator
  if (indicator.baselineNotApplicable) await tick(panel, 'Utgångsvärde behövs inte')
  if (baseline) {
    await write(panel, 'Utgångsvärde', decimal(baseline.value))
    await panel.getByLabel('Utgångsvärdets dag').fill(baseline.date!)
  }
  if (target) {
    await write(panel, 'Målvärde', decimal(target.value))
    await panel.getByLabel('Målvärdets dag').fill(target.date!)
  }
  for (const { date, value } of indicator.measurements) {
    await panel.getByLabel('Ny mätning, dag').fill(date)
    await write(panel, 'Nytt värde', decimal(value))
    await expect(panel.getByRole('button', { name: `Ta bort mätvärdet från ${date}` })).toBeVisible()
  }
  if (indicator.source) await panel.getByRole('textbox', { name: 'Källa' }).fill(indicator.source)
  if (indicator.responsible)
    await panel.getByRole('textbox', { name: 'Ansvarig' }).fill(indicator.responsible)
  await choose(panel, 'Hur ofta', frequencies[indicator.frequency!])
  await tick(panel, 'Redovisas efter kön', indicator.disaggregation.includes('gender'))
}

export async function pickSdgTarget(panel: Locator, target: string): Promise<void> {
  await panel.getByLabel('Sök: 3.4, hälsa, arbete …').fill(target)
  await panel.getByRole('button', { name: new RegExp(`^${target.replace('.', '\\.')} ·`) }).click()
  await expect(panel.getByRole('button', { name: `Ta bort delmål ${target}` })).toBeVisible()
}
