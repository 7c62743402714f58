// The machine's end of the typed doorway, and the only file that touches ipcMain.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { bridge, type Endpoint, type Output } from '../../shared/bridge/bridge'
import { isOurPage } from './ourPage'

/** What the machine does for each endpoint; `input` has been checked. */
export type DesktopSide = {
  [E in Endpoint]: (input: z.output<(typeof bridge)[E]['input']>) => Promise<Output<E>>
}

/** The part of ipcMain that is used, so that tests can stand in for it. */
export interface Ipc {
  handle(channel: string, answer: (event: IpcMainInvokeEvent, input: unknown) => Promise<unknown>): void
  removeAllListeners(): unknown
}

export const endpoints = Object.keys(bridge) as Endpoint[]

/** Answers every endpoint; throws to the page when the sender is not our page or the input is not as agreed. */
export function serveBridge(desktop: DesktopSide, ipc: Ipc = ipcMain): void {
  // electron-store listens on a channel of its own that tells any page where the settings are.
  ipc.removeAllListeners()
  for (const name of endpoints)
    ipc.handle(`desktop:${name}`, async ({ senderFrame }, raw) => {
      if (!senderFrame || senderFrame.parent || !isOurPage(senderFrame.url))
        throw new Error(`${name}: refused sender`)
      const input = bridge[name].input.safeParse(raw)
      if (!input.success) throw new Error(`${name}: malformed input`)
      return (desktop[name] as (input: unknown) => Promise<unknown>)(input.data)
    })
}
