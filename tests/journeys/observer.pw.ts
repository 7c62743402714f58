// Who may only look can't write: neither in the page nor with a client made by hand.
import { expect, test } from '@playwright/test'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addNotes } from '../../shared/document/businessModel'
import { joined } from '../../shared/relay/api'
import { startDeskProgram, type RunningDesk } from './desk'
import {
  createWorkshop,
  expectNote,
  goHome,
  goToPage,
  joinByLink,
  makeLink,
  openDoor,
  writeNote,
} from './people'

let desk: RunningDesk
test.beforeEach(async () => {
  desk = await startDeskProgram()
})
test.afterEach(async () => desk.end())

test('an observer reads along but cannot write, even with a client of their own', async ({
  browser,
  page,
}) => {
  await goHome(page, desk.address())
  await createWorkshop(page, 'Byns kök')
  await goToPage(page, 'Affärsmodell')
  await writeNote(page, 'Kanaler', 'Anslag i tvättstugan')
  await openDoor(page)
  const link = await makeLink(page, 'Observatör')

  const observer = await joinByLink(browser, link, 'Funder')
  await goToPage(observer, 'Affärsmodell')
  await expectNote(observer, 'Anslag i tvättstugan')
  await expect(observer.getByText(/Du kan läsa men inte ändra/)).toBeVisible()
  await expect(observer.getByRole('button', { name: 'Ny lapp i Kanaler' })).toHaveCount(0)
  await expect(observer.getByRole('button', { name: 'Lägg till sida' })).toHaveCount(0)

  const { origin, hash } = new URL(link)
  const answer = await fetch(`${origin}/api/join`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ secret: new URLSearchParams(hash.slice(1)).get('join'), name: 'Egen klient' }),
  })
  const { sessionId, token, role } = joined.parse(await answer.json())
  expect(role).toBe('observer')
  const pageId = /\/session\/[^/]+\/([^/?]+)/.exec(page.url())?.[1]
  const closed = await writeByHand(
    `${origin.replace('http', 'ws')}/sync/${sessionId}/page-${pageId}?token=${token}`,
  )
  expect(closed).toBe(4403)

  await writeNote(page, 'Kanaler', 'Kyrkans blad')
  await expectNote(observer, 'Kyrkans blad')
  for (const seen of [page, observer]) await expect(seen.getByText('smuget in')).toHaveCount(0)
})

/** Sends a real note in a sync message, as somebody who wrote their own program would. Gives the close code. */
async function writeByHand(address: string): Promise<number> {
  const doc = new Y.Doc()
  addNotes(doc, [{ block: 'channels', text: 'smuget in', now: 1 }])
  const update = Y.encodeStateAsUpdate(doc)
  if (update.length > 127 * 128) throw new Error('too long for the two length bytes below')
  const socket = new WebSocket(address)
  return await new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () =>
      socket.send(new Uint8Array([0, 2, (update.length & 127) | 128, update.length >> 7, ...update])),
    )
    socket.on('close', resolve)
  })
}
