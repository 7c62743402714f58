// Closing the window waits until all is saved; where that does not come, the person decides.
import type { Session } from '../document/session'
import type { Platform } from '../platform/platform'

const waitMs = 8000

interface OpenWorkshop {
  session: Session
  /** Asks the person whether to close though not all is saved. */
  askPerson: () => void
}

let open: OpenWorkshop | null = null

/** Says which workshop is open, so that closing waits for it. Returns the way to take that back. */
export function guardClosing(workshop: OpenWorkshop): () => void {
  open = workshop
  return () => {
    if (open === workshop) open = null
  }
}

/** Answers the machine's question whether the window may close. */
export function answerClosing(platform: Platform): void {
  const workshop = open
  if (!workshop) {
    void platform.answerClose('close')
    return
  }
  if (platform.kind === 'browser') {
    const { kind } = workshop.session.saveState()
    void platform.answerClose(kind === 'saved' || kind === 'opening' || kind === 'refused' ? 'close' : 'stay')
    return
  }
  workshop.session.whenSaved(waitMs).then(
    () => void platform.answerClose('close'),
    () => {
      // The machine waits no longer: it would ask the person too. Their answer may come whenever it comes.
      void platform.answerClose('stay')
      workshop.askPerson()
    },
  )
}
