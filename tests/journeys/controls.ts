// Controls that journeys use on many pages.
import { expect, type Locator, type Page } from '@playwright/test'

/** Chooses in a list that opens from a button. */
export async function choose(where: Locator, label: string, choice: string): Promise<void> {
  const button = where.getByRole('button', { name: new RegExp(`${label}$`) })
  // A choice may be shown with what it means.
  if ((await button.innerText()).trim().split('\n')[0] === choice) return
  await button.click()
  await where.page().getByRole('option', { name: choice, exact: true }).click()
  await expect(button).toContainText(choice)
}

/** Writes in a field and presses Enter, which keeps what is written. */
export async function write(where: Page | Locator, label: string, text: string): Promise<void> {
  const field = where.getByLabel(label, { exact: true })
  await field.fill(text)
  await field.press('Enter')
}

/** Ticks or unticks a box, or turns a switch. Both are drawn over the input, so their words are what one presses. */
export async function tick(where: Locator, label: string, isWanted = true): Promise<void> {
  const input = where.getByLabel(label)
  if ((await input.isChecked()) !== isWanted) await where.getByText(label, { exact: true }).click()
  await expect(input).toBeChecked({ checked: isWanted })
}

/** Something opened takes the focus a little after it is seen; keys pressed before go elsewhere. */
export const expectFocusIn = (place: Locator) =>
  expect.poll(() => place.evaluate((element) => element.contains(document.activeElement))).toBe(true)

/** Goes on with the Tab key until the thing has the focus. */
export async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never comes to ${wanted.toString()}`)
}

/** Goes on with one key, such as an arrow, until the thing has the focus. */
export async function pressUntil(page: Page, key: string, wanted: Locator): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    if (await wanted.evaluateAll((all) => all.some((each) => each === document.activeElement))) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key} never comes to ${wanted.toString()}`)
}
