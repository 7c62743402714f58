// Prints the print document to PDF in a window that nobody sees: the same page as in the preview.
import type { BrowserWindow } from 'electron'
import type { PrintOrder } from '../../shared/bridge/bridge'
import { printAddress } from '../../shared/bridge/printAddress'
import { pageOrigin } from './ourPage'
import { openHiddenWindow } from './windows'

/** A document of many large boards takes seconds; after so long (ms) something is wrong. */
const patience = 120_000

/** Runs in the page: waits until the document is laid out and says how that went. */
const whenReady = `new Promise((resolve) => {
  const root = document.documentElement
  const look = () => root.dataset.ready && resolve({ ready: root.dataset.ready, reason: root.dataset.reason ?? '' })
  new MutationObserver(look).observe(root, { attributes: true })
  look()
})`

/**
 * The PDF of what `order` names.
 * @param token admits to the session at the relay `relay` (`http://host:port`).
 * @throws when the document can't be laid out, for instance because the relay does not answer.
 */
export function printPdf(order: PrintOrder, token: string, relay: string): Promise<Uint8Array> {
  return printAddressToPdf(printAddress(pageOrigin, { order, token, relay }))
}

/** The PDF of the print document at `address`. @throws as {@link printPdf}. */
export async function printAddressToPdf(address: string): Promise<Uint8Array> {
  const window = openHiddenWindow()
  try {
    await inTime(layOut(window, address))
    return await window.webContents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
    })
  } finally {
    window.destroy()
  }
}

async function layOut(window: BrowserWindow, address: string): Promise<void> {
  await window.loadURL(address)
  const outcome: unknown = await window.webContents.executeJavaScript(whenReady)
  const { ready, reason } = outcome as { ready: string; reason: string }
  if (ready !== 'true') throw new Error(`the print document could not be laid out: ${reason}`)
}

async function inTime(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the print document was not ready in time')), patience)
  })
  try {
    await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
