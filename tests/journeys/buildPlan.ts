// A financing plan typed into its page: each function is what one person does there.
import { expect, type Locator, type Page } from '@playwright/test'
import type { FinancingInput, FixedCost, Role, Source } from '../../shared/financing/input'
import { choose, tick, write } from './controls'

const kronor = (ore: number) => String(ore / 100)
const percent = (basisPoints: number) => String(basisPoints / 100).replace('.', ',')
const kinds: Record<Source['kind'], string> = {
  grant: 'Bidrag',
  agreement: 'IOP-avtal',
  loan: 'Lån',
  sales: 'Försäljning',
  memberCapital: 'Medlemsinsatser',
  crowdfunding: 'Gräsrotsfinansiering',
  gift: 'Gåva',
  inKind: 'Ideell tid',
}
const statuses: Record<Source['status'], string> = {
  idea: 'Idé',
  planned: 'Planerad',
  applied: 'Ansökt',
  granted: 'Beviljat',
  contracted: 'Avtal finns',
  rejected: 'Avslag',
}
const categories: Record<string, string> = {
  premises: 'Lokal',
  external: 'Köpta tjänster',
  travel: 'Resor',
  investment: 'Investering',
  materials: 'Material och råvaror',
}

/** What the page calls a quarter. */
export const quarterName = (period: string) => `kv ${period.slice(5)} ${period.slice(0, 4)}`

const rowWith = (page: Page, title: string) => page.locator('[data-row]', { hasText: title })

/** The title of the row that was just added is open to write in. */
async function nameNewRow(page: Page, title: string): Promise<void> {
  await expect(page.locator('[data-row] textarea')).toBeFocused()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(rowWith(page, title)).toBeVisible()
}

/** Does something with all that there is about a row. */
async function inDetails(page: Page, title: string, fill: (details: Locator) => Promise<void>) {
  const row = rowWith(page, title)
  await row.hover()
  await row.getByRole('button', { name: `Allt om ${title}` }).click()
  const details = page.getByRole('dialog', { name: `Allt om ${title}` })
  await fill(details)
  await details.getByRole('button', { name: 'Klar' }).click()
  await expect(details).toBeHidden()
}

export async function setUpPlan(page: Page, input: FinancingInput): Promise<void> {
  await page.getByRole('button', { name: 'Inställningar' }).click()
  const settings = page.getByRole('dialog', { name: 'Planens inställningar' })
  await choose(settings, 'Planen görs per', 'Kvartal')
  await choose(settings, 'Första perioden', quarterName(input.periods[0]!))
  await write(settings, 'Antal perioder', String(input.periods.length))
  await write(settings, 'Kassa från början, kr', kronor(input.openingCash))
  await write(settings, 'Buffert, kr', kronor(input.liquidityBuffer))
  await settings.getByRole('button', { name: 'Klar' }).click()
  await expect(settings).toBeHidden()
}

async function writeAmounts(
  details: Locator,
  amounts: readonly number[],
  input: FinancingInput,
  labelOf = quarterName,
  show = kronor,
): Promise<void> {
  for (const [at, amount] of amounts.entries())
    if (amount !== 0) await write(details, labelOf(input.periods[at]!), show(amount))
}

export async function addRole(page: Page, role: Role, input: FinancingInput): Promise<void> {
  await page.getByRole('button', { name: 'Ny roll' }).click()
  await nameNewRow(page, role.title)
  await inDetails(page, role.title, async (details) => {
    for (const [year, salary] of Object.entries(role.monthlySalaryFullTime))
      await write(details, `Lön ${year}, kr i månaden`, kronor(salary))
    await write(details, 'Tjänstgöringsgrad, procent av heltid', String(role.ftePercent))
    if (role.from !== input.periods[0]) await choose(details, 'Börjar', quarterName(role.from!))
    if (role.otherOnCostBp)
      await write(details, 'Övriga påslag, procent av lönen', percent(role.otherOnCostBp))
    if (role.employerContributionBp!.length > 1)
      await choose(details, 'Arbetsgivaravgift', 'Nedsatt avgift för unga')
  })
}

/** The first row of an empty plan: premises. */
export async function beginWithCost(page: Page, cost: FixedCost, input: FinancingInput): Promise<void> {
  await page.getByRole('button', { name: 'Lägg till en kostnad' }).click()
  await fillFixedCost(page, cost, input)
}

export async function addFixedCost(page: Page, cost: FixedCost, input: FinancingInput): Promise<void> {
  await page.getByRole('button', { name: 'Ny fast kostnad' }).click()
  await page.getByRole('menuitem', { name: categories[cost.category]! }).click()
  await fillFixedCost(page, cost, input)
}

async function fillFixedCost(page: Page, cost: FixedCost, input: FinancingInput): Promise<void> {
  await nameNewRow(page, cost.title)
  await inDetails(page, cost.title, async (details) => {
    if (cost.amounts) return writeAmounts(details, cost.amounts, input)
    await tick(details, 'Ett belopp, lika fördelat')
    await write(details, 'Hela beloppet, kr', kronor(cost.totalSplitEvenly!))
  })
}

/** The sales that they follow must be there. */
export async function addVariableCosts(page: Page, input: FinancingInput): Promise<void> {
  for (const cost of input.variableCosts) {
    await page.getByRole('button', { name: 'Ny rörlig kostnad' }).click()
    await nameNewRow(page, cost.title)
    await inDetails(page, cost.title, async (details) => {
      await choose(details, 'Slag av kostnad', categories[cost.category]!)
      await choose(details, 'Följer försäljningen av', funderOf(input, cost.of!))
      await write(details, 'Procent av försäljningen', percent(cost.percentOfSalesBp))
    })
  }
}

const funderOf = ({ sources }: FinancingInput, id: string) => sources.find((each) => each.id === id)!.funder

/** A claim's roles must be there, and for co-financing the claim. */
export async function addSource(page: Page, source: Source, input: FinancingInput): Promise<void> {
  await page.getByRole('button', { name: 'Ny källa' }).click()
  await page.getByRole('menuitem', { name: kinds[source.kind] }).click()
  await nameNewRow(page, source.funder)
  await inDetails(page, source.funder, async (details) => {
    await choose(details, 'Läge', statuses[source.status])
    await write(details, 'Sannolikhet, procent', String(source.probability))
    await tick(details, 'Öronmärkta pengar', source.restricted)
    await tick(details, 'Återkommer varje år', source.recurring)
    if (source.claim) await writeClaim(details, source.claim, input)
    else if (source.loan) await writeLoan(details, source.loan)
    else if (source.units) {
      await write(details, 'Pris per enhet, kr', kronor(source.unitPrice!))
      await writeAmounts(details, source.units, input, (period) => `Antal, ${quarterName(period)}`, String)
    } else if (source.hours) {
      await write(details, 'Värde per timme, kr', kronor(source.rate!))
      await writeAmounts(details, source.hours, input, (period) => `Timmar, ${quarterName(period)}`, String)
    } else await writeAmounts(details, source.amounts!, input)
    if (source.cofinances) {
      await choose(details, 'Medfinansierar', funderOf(input, source.cofinances))
      const { cofinancingPeriods } = source
      if (cofinancingPeriods) {
        await choose(details, 'Räknas från', quarterName(cofinancingPeriods[0]!))
        await choose(details, 'Räknas till och med', quarterName(cofinancingPeriods.at(-1)!))
      }
    }
  })
}

async function writeClaim(
  details: Locator,
  claim: NonNullable<Source['claim']>,
  input: FinancingInput,
): Promise<void> {
  await tick(details, 'Betalas i efterskott mot personalkostnader')
  const roles = details.getByRole('group', { name: 'Roller som stödet gäller' })
  for (const id of claim.roles) await tick(roles, input.personnel.find((role) => role.id === id)!.title)
  await choose(details, 'Från', quarterName(claim.from!))
  await choose(details, 'Till och med', quarterName(claim.to!))
  await write(details, 'Schablon för övriga kostnader, procent', percent(claim.flatRateBp!))
  await write(details, 'Perioder tills pengarna kommer', String(claim.paymentLagPeriods))
  await write(details, 'Stödets andel av kostnaderna, procent', percent(claim.aidIntensityBp))
}

async function writeLoan(details: Locator, loan: NonNullable<Source['loan']>): Promise<void> {
  await choose(details, 'Betalas ut', quarterName(loan.disbursed!))
  await choose(details, 'Amortering', 'Rak')
  await write(details, 'Amorteringsfria perioder', String(loan.interestOnlyPeriods))
  await write(details, 'Antal perioder att betala tillbaka på', String(loan.amortisationPeriods))
  await write(details, 'Borgen, procent av lånet', percent(loan.guaranteeBp!))
  await write(details, 'Årsränta, procent', percent(loan.annualInterestBp))
  await write(details, 'Lånets storlek, kr', kronor(loan.principal))
}
