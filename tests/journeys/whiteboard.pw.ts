// Two people at one wall: they see each other, undo their own, follow, and put up pictures; a finger draws.
import { expect, test, type Locator, type Page } from '@playwright/test'
import { kitchenPng } from '../../shared/demo/kitchenPicture'
import { startDeskProgram, type RunningDesk } from './desk'
import { createWorkshop, expectSaved, goHome, joinByLink, openDoor } from './people'

let desk: RunningDesk
test.setTimeout(180_000)
test.beforeEach(async () => {
  desk = await startDeskProgram()
})
test.afterEach(async () => desk.end())

const board = (page: Page): Locator => page.locator('.tl-container')
const onWall = (page: Page, text: string): Locator => page.locator('.tl-shape').filter({ hasText: text })
const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function stick(page: Page, text: string, x: number, y: number): Promise<void> {
  await tool(page, 'Lapp').click()
  await page.mouse.click(x, y)
  await page.waitForFunction(() => (document.activeElement as HTMLElement).isContentEditable)
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await expect(onWall(page, text)).toBeVisible()
}

/** A facilitator and a guest at an empty wall. */
async function meetAtWall(page: Page, browser: Parameters<typeof joinByLink>[0], options = {}) {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök', 'empty')
  const { link } = await openDoor(page)
  const guest = await joinByLink(browser, link, 'Amina', {
    viewport: { width: 1280, height: 720 },
    ...options,
  })
  for (const each of [page, guest]) await expect(board(each)).toBeVisible()
  return guest
}

test("one sees the other's cursor with the name, follows, and undoes only what is one's own", async ({
  page,
  browser,
}) => {
  const guest = await meetAtWall(page, browser)
  await stick(page, 'Min egen', 640, 300)
  await stick(guest, 'Aminas', 300, 300)
  await expect(onWall(page, 'Aminas')).toBeVisible()

  await guest.mouse.move(500, 450)
  await guest.mouse.move(520, 460, { steps: 5 })
  await expect(page.locator('.tl-nametag, .tl-cursor').filter({ hasText: 'Amina' }).first()).toBeVisible()

  await board(page).focus()
  await page.keyboard.press('Control+z')
  await expect(onWall(page, 'Min egen')).toHaveCount(0)
  await expect(onWall(page, 'Aminas')).toBeVisible()
  await expect(onWall(guest, 'Min egen')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+z')
  await expect(onWall(guest, 'Min egen')).toBeVisible()

  await page.getByRole('button', { name: 'Följ med 1 person till som är här' }).click()
  await page.getByRole('menuitem', { name: 'Amina' }).click()
  await expect(page.getByText('Du ser det som Amina ser')).toBeVisible()
  const before = await onWall(page, 'Min egen').boundingBox()
  await guest.getByRole('button', { name: 'Närmare' }).click()
  await expect
    .poll(async () => (await onWall(page, 'Min egen').boundingBox())?.width ?? 0)
    .toBeGreaterThan(before!.width * 1.3)
  await page.getByRole('button', { name: 'Sluta' }).click()
  await expect(page.getByText('Du ser det som Amina ser')).toBeHidden()
})

test('letters stand in the order they were typed, however fast, also while somebody else writes', async ({
  page,
  browser,
}) => {
  const guest = await meetAtWall(page, browser)
  const typed = 'Städning 1 500 kr/kvartal och tvätt'
  for (const [n, x] of [300, 640, 980].entries()) {
    const other = stick(guest, `Aminas ${n}`, x, 550)
    await tool(page, 'Lapp').click()
    // From the first key on: nobody waits until a program is ready.
    await page.mouse.click(x, 250)
    await page.keyboard.type(typed)
    await page.keyboard.press('Escape')
    await other
    for (const each of [page, guest]) await expect(onWall(each, typed)).toHaveCount(n + 1)
  }
  await page.keyboard.press('Escape')

  await onWall(page, typed).first().click()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(typed)
  await page.keyboard.type('Disk')
  await page.keyboard.press('Escape')
  for (const each of [page, guest]) await expect(onWall(each, 'Disk')).toHaveCount(1)
})

test('two people write in one note at once, and nobody’s letters are lost or out of order', async ({
  page,
  browser,
}) => {
  const guest = await meetAtWall(page, browser)
  await tool(page, 'Lapp').click()
  await page.mouse.click(640, 300)
  const note = (who: Page) => who.locator('.tl-shape')
  await expect(note(guest)).toBeVisible()
  await note(guest).dblclick()
  for (const each of [page, guest])
    await each.waitForFunction(() => (document.activeElement as HTMLElement).isContentEditable)
  await Promise.all([
    page.keyboard.type('ABCDEFGHIJKLM', { delay: 60 }),
    guest.keyboard.type('nopqrsuvwxyz', { delay: 70 }),
  ])
  for (const each of [page, guest]) await each.keyboard.press('Escape')
  const words = async (who: Page) => {
    const text = await note(who).locator('.tl-text-content').first().innerText()
    return [text.replaceAll(/[^A-Z]/g, ''), text.replaceAll(/[^a-z]/g, '')]
  }
  for (const each of [page, guest])
    await expect.poll(() => words(each)).toEqual(['ABCDEFGHIJKLM', 'nopqrsuvwxyz'])
})

test('a picture is seen by all and still there after a reload; what is no picture is refused', async ({
  page,
  browser,
}) => {
  const guest = await meetAtWall(page, browser)
  const put = async (name: string, bytes: Buffer) => {
    const chooser = guest.waitForEvent('filechooser')
    await tool(guest, 'Bild').click()
    await (await chooser).setFiles({ name, mimeType: 'image/png', buffer: bytes })
  }
  await put('inte en bild.png', Buffer.from('<svg onload=alert(1)>'))
  await expect(guest.getByText(/inte en bild\.png kan inte visas här/)).toBeVisible()
  expect(await guest.locator('.tl-shape').count()).toBe(0)

  await put('kök.png', Buffer.from(kitchenPng, 'base64'))
  const picture = (who: Page) => who.locator('.tl-shape[data-shape-type=image] img')
  for (const each of [guest, page]) await expect(picture(each)).toBeVisible()
  await expectSaved(guest)
  await page.reload()
  await expect(picture(page)).toBeVisible()
  // Shown from this page's memory: no address of a picture carries what admits.
  expect(await picture(page).getAttribute('src')).toMatch(/^blob:/)
})

test('on a tablet a finger draws, moves a note and zooms with two', async ({ page, browser }) => {
  const guest = await meetAtWall(page, browser, { viewport: { width: 1024, height: 700 }, hasTouch: true })
  const hand = await guest.context().newCDPSession(guest)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    hand.send('Input.dispatchTouchEvent', { type, touchPoints })
  const swipe = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await touch('touchStart', from)
    for (let step = 1; step <= 10; step++)
      await touch('touchMove', {
        x: from.x + ((to.x - from.x) * step) / 10,
        y: from.y + ((to.y - from.y) * step) / 10,
      })
    await touch('touchEnd')
  }
  await tool(guest, 'Rita').tap()
  await swipe({ x: 300, y: 300 }, { x: 500, y: 380 })
  await expect(page.locator('.tl-shape[data-shape-type=draw]')).toHaveCount(1)

  await tool(guest, 'Markera').tap()
  await stick(page, 'Flytta mig', 800, 250)
  const note = onWall(guest, 'Flytta mig')
  await expect(note).toBeVisible()
  const at = (await note.boundingBox())!
  const middle = { x: at.x + at.width / 2, y: at.y + at.height / 2 }
  await swipe(middle, { x: middle.x - 150, y: middle.y + 120 })
  await expect.poll(async () => (await note.boundingBox())!.x).toBeLessThan(at.x - 100)

  const wide = (await note.boundingBox())!.width
  await touch('touchStart', { x: 450, y: 350 }, { x: 550, y: 350 })
  for (let step = 1; step <= 10; step++)
    await touch('touchMove', { x: 450 - step * 15, y: 350 }, { x: 550 + step * 15, y: 350 })
  await touch('touchEnd')
  await expect.poll(async () => (await note.boundingBox())!.width).toBeGreaterThan(wide * 1.5)
})
