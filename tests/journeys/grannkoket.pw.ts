// Grannköket from an empty workshop: a facilitator and two guests make its three canvases at once, in the interface
// alone, and everybody sees the figures of the worked examples.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import { financingInput } from '../../shared/financing/input'
import type { FinancingPlan } from '../../shared/financing/result'
import { impactInput } from '../../shared/impact/input'
import { formatKronor, formatWholeKronor } from '../../shared/money/format'
import { demoNotes } from '../../shared/demo/model'
import { blocksOf } from '../../shared/businessModel/layouts'
import financingExample from '../fixtures/domain/financing-example.json' with { type: 'json' }
import impactExample from '../fixtures/domain/impact-example.json' with { type: 'json' }
import * as chainWork from './buildChain'
import * as planWork from './buildPlan'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, expectSaved, goHome, goToPage, joinByLink, openDoor } from './people'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await startDeskProgram()
})
test.afterEach(async () => desk.end())

const input = financingInput.parse(financingExample.input)
const plan = computeFinancingPlan(input) as FinancingPlan
const worked = impactExample.cases.find(({ name }) => name === 'grannkoket')!
const chain = impactInput.parse(worked.input)

const titles = { model: 'Affärsmodell', chain: 'Effektkedja (effektlogik)', plan: 'Finansieringsplan' }

test('three people make the three canvases together, and all see the same figures', async ({
  page,
  browser,
}) => {
  test.setTimeout(1_800_000)
  await goHome(page, desk.address())
  await createWorkshop(page, 'Grannköket', 'empty')
  for (const title of Object.values(titles)) {
    await page.getByRole('button', { name: 'Lägg till sida' }).click()
    await page.getByRole('menuitem', { name: title }).click()
  }
  const { link } = await openDoor(page)
  const greta = await joinByLink(browser, link, 'Greta', { viewport: { width: 1280, height: 800 } })
  const bo = await joinByLink(browser, link, 'Bo', { viewport: { width: 1280, height: 800 } })
  // What is measured is judged by the day.
  for (const each of [page, greta, bo]) await each.clock.setFixedTime(`${worked.asOf}T12:00:00Z`)

  await Promise.all([makePlan(page, greta), makeChain(bo)])
  await makeModel(bo)

  await test.step('everybody sees the figures of the plan', async () => {
    for (const each of [page, greta, bo]) {
      await goToPage(each, titles.plan)
      await expectFigures(each)
    }
  })
  await test.step('everybody sees what the chain leaves open', async () => {
    for (const each of [page, greta]) {
      await goToPage(each, titles.chain)
      await expectChainFindings(each)
    }
  })
  await test.step('nothing is lost over a reload', async () => {
    await goToPage(page, titles.plan)
    await expectSaved(page)
    await page.reload()
    await expectFigures(page)
  })
})

/** The facilitator writes what it costs while a guest writes who pays. */
async function makePlan(leader: Page, guest: Page): Promise<void> {
  const { sources } = input
  const later = sources.filter(({ claim, cofinances }) => claim !== undefined || cofinances !== undefined)
  await goToPage(leader, titles.plan)
  await planWork.setUpPlan(leader, input)
  const [first, ...otherCosts] = input.fixedCosts
  await planWork.beginWithCost(leader, first!, input)
  await goToPage(guest, titles.plan)
  await Promise.all([
    (async () => {
      for (const role of input.personnel) await planWork.addRole(leader, role, input)
      for (const cost of otherCosts) await planWork.addFixedCost(leader, cost, input)
    })(),
    (async () => {
      for (const source of sources)
        if (!later.includes(source)) await planWork.addSource(guest, source, input)
    })(),
  ])
  await Promise.all([
    planWork.addVariableCosts(leader, input),
    (async () => {
      for (const source of later.sort(
        (a, b) => Number(b.claim !== undefined) - Number(a.claim !== undefined),
      ))
        await planWork.addSource(guest, source, input)
    })(),
  ])
}

/** One guest writes the whole chain in its table. */
async function makeChain(guest: Page): Promise<void> {
  await goToPage(guest, titles.chain)
  await guest.getByRole('radio', { name: 'Tabell' }).click()
  await chainWork.writeAboutChain(guest, chain)
  const element = (id: string) => chain.elements.find((each) => each.id === id)!
  // The interface lets nobody draw a link backwards; this one comes of an element that stood in another column first.
  const backwards = chain.links.find(({ id }) => id === 'L12')!
  for (const each of chain.elements)
    await chainWork.addElement(guest, each, each.id === backwards.from ? 'resource' : undefined)
  await chainWork.linkElements(guest, element(backwards.from), element(backwards.to))
  await chainWork.inElementPanel(guest, element(backwards.from), (panel) =>
    chainWork.putInStep(panel, element(backwards.from)),
  )
  for (const { id, from, to } of chain.links)
    if (id !== backwards.id) await chainWork.linkElements(guest, element(from), element(to), nth(from))
  for (const { from, to, assumptionIds } of chain.links)
    for (const id of assumptionIds)
      await chainWork.assume(
        guest,
        element(from),
        element(to),
        chain.assumptions.find((each) => each.id === id)!,
      )
  for (const each of chain.elements) {
    const indicators = chain.indicators.filter(({ elementId }) => elementId === each.id)
    const groups = each.targetGroupIds.map((id) => chain.targetGroups.find((group) => group.id === id)!.name)
    // A target of the 2030 Agenda that does not exist cannot be picked.
    const sdg = each.sdg.filter((target) => target !== '8.11')
    if (indicators.length + groups.length + sdg.length === 0 && !each.description) continue
    await chainWork.inElementPanel(
      guest,
      each,
      async (panel) => {
        if (each.description) await panel.getByRole('textbox', { name: 'Beskrivning' }).fill(each.description)
        for (const name of groups) await panel.getByText(name, { exact: true }).click()
        for (const indicator of indicators) await chainWork.addIndicator(panel, indicator)
        for (const target of sdg) await chainWork.pickSdgTarget(panel, target)
      },
      nth(each.id),
    )
  }
}

/** Which of the elements with the same title it is. */
function nth(id: string): number {
  const at = chain.elements.findIndex((each) => each.id === id)
  const title = chain.elements[at]!.title.trim()
  return chain.elements.slice(0, at).filter((each) => each.title.trim() === title).length
}

/** The other guest's notes, block by block: type, Enter, type, Enter. */
async function makeModel(guest: Page): Promise<void> {
  await goToPage(guest, titles.model)
  for (const block of blocksOf('classic')) {
    const texts = demoNotes.filter((note) => note.block === block).map(({ text }) => text)
    const place = guest.locator(`[data-block="${block}"]`)
    await place.getByRole('button', { name: /^Ny lapp i/ }).click()
    const field = place.getByRole('textbox', { name: /^Skriv en ny lapp/ })
    for (const text of texts) {
      await field.fill(text)
      await field.press('Enter')
      await expect(field).toHaveValue('')
    }
    await field.press('Escape')
    await expect(place.locator('[data-note]')).toHaveCount(texts.length)
  }
  await expect(guest.getByRole('button', { name: /^Råd/ })).toBeVisible()
}

async function expectFigures(page: Page): Promise<void> {
  const { base } = plan.scenarios
  const closing = page.getByRole('row', { name: /^Kassa vid periodens slut/ })
  await expect.poll(() => periodsOf(closing), { timeout: 30_000 }).toEqual(shown(base.closingCash))
  const low = page.locator('[data-figure="lowPoint"]')
  await expect(low).toContainText(formatKronor(base.liquidityLowPoint.amount, 'sv-SE'))
  await expect(low).toContainText(planWork.quarterName(base.liquidityLowPoint.period))
  const table = page.locator('details', { hasText: 'Visa som tabell' }).first()
  if (!(await table.getAttribute('open').then((open) => open !== null)))
    await table.getByText('Visa som tabell').click()
  for (const [at, name] of (['cautious', 'base', 'hopeful'] as const).entries())
    expect(
      (await table.locator(`tbody td:nth-of-type(${at + 1})`).allInnerTexts()).map(plainSpaces),
      name,
    ).toEqual(shown(plan.scenarios[name].closingCash))
  expect(await codes(page)).toEqual(financingExample.expected.findings.map(({ code }) => code))
}

async function expectChainFindings(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^\d+ råd$/ }).click()
  const panel = page.getByRole('complementary', { name: 'Råd' })
  const expected = worked.expected.findings.map(({ code }) => code).filter((code) => code !== 'IC-28')
  await expect.poll(() => codes(panel), { timeout: 30_000 }).toEqual(expected)
}

const codes = (where: Page | Locator) =>
  where
    .locator('[data-finding]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('data-finding') ?? ''))
const plainSpaces = (text: string) => text.replace(/\s/g, ' ')
const shown = (amounts: readonly number[]) =>
  amounts.map((ore) => plainSpaces(formatWholeKronor(ore, 'sv-SE')))

/** What the cells of a line show in the periods. */
async function periodsOf(line: Locator): Promise<string[]> {
  const texts = await line.locator('[data-cell]').allInnerTexts()
  return texts.slice(4).map((text) => plainSpaces(text.split('\n')[0]!).replace(' under noll', ''))
}
