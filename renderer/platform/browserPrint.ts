// Printing in a browser: the print document in a frame nobody sees, and the browser's own print dialog.
import type { SaveOutcome } from '../../shared/bridge/bridge'
import { printAddress, type PrintTask } from '../../shared/bridge/printAddress'

/** A document of many large boards takes seconds; after so long (ms) something is wrong. */
const patience = 120_000

/**
 * Shows the browser's print dialog for `task`. Whether the person saved, printed or gave up there, no page gets to
 * know; so it counts as `cancelled`, which says nothing.
 */
export async function printInBrowser(task: PrintTask): Promise<SaveOutcome> {
  document.querySelector('iframe[data-print]')?.remove()
  const frame = document.createElement('iframe')
  frame.dataset.print = ''
  frame.tabIndex = -1
  frame.setAttribute('aria-hidden', 'true')
  // Not `display: none`: then nothing would be laid out.
  Object.assign(frame.style, {
    position: 'fixed',
    insetBlockStart: '0',
    insetInlineStart: '-3000px',
    width: '1600px',
    height: '1200px',
    border: '0',
    visibility: 'hidden',
  })
  frame.src = printAddress(location.origin, task)
  document.body.append(frame)
  if (!(await whenReady(frame))) {
    frame.remove()
    return { outcome: 'failed', kind: 'failed' }
  }
  const page = frame.contentWindow!
  page.addEventListener('afterprint', () => setTimeout(() => frame.remove()), { once: true })
  page.focus()
  page.print()
  return { outcome: 'cancelled' }
}

/** True when the document in the frame is laid out, false when it could not be. */
function whenReady(frame: HTMLIFrameElement): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => finish(false), patience)
    // Watches the frame rather than waiting for its message: the export dialog's preview sends the same one.
    const watch = setInterval(() => {
      const ready = frame.contentDocument?.documentElement.dataset.ready
      if (ready !== undefined) finish(ready === 'true')
    }, 50)
    const finish = (isReady: boolean) => {
      clearTimeout(late)
      clearInterval(watch)
      resolve(isReady)
    }
  })
}
