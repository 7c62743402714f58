// Closing waits until everything is saved: the page is asked, and answers when it is.

export type CloseAnswer = 'close' | 'stay'

export interface ClosingParts {
  /** False when the page is not there to be asked: it has not loaded yet, or it died. */
  canAsk(): boolean
  ask(): void
  /** ms to wait for the page before the person is asked. */
  patience: number
  /** The page has not answered; resolves with what the person wants. */
  pageIsSilent(): Promise<'wait' | 'close'>
  /** Closes the window for good. */
  close(): void
  /** The person chose to stay; a quit that led here is off. */
  stayed(): void
}

export interface Closing {
  /** The person wants the window closed; true when it may close at once. */
  wanted(): boolean
  answered(answer: CloseAnswer): void
  /** True from the wish to close until it is answered. */
  isAsking(): boolean
}

export function makeClosing(parts: ClosingParts): Closing {
  let asking = false
  let late: NodeJS.Timeout | undefined

  function finish(answer: CloseAnswer): void {
    // The page may also ask the person itself: it says `stay` for the time being, and `close` without being asked.
    if (!asking && answer === 'stay') return
    asking = false
    clearTimeout(late)
    if (answer === 'close') parts.close()
    else parts.stayed()
  }

  function waitForPage(): void {
    late = setTimeout(async () => {
      const wanted = await parts.pageIsSilent()
      if (!asking) return
      if (wanted === 'close' || !parts.canAsk()) finish('close')
      else {
        parts.ask()
        waitForPage()
      }
    }, parts.patience)
  }

  return {
    wanted: () => {
      if (asking) return false
      if (!parts.canAsk()) return true
      asking = true
      parts.ask()
      waitForPage()
      return false
    },
    answered: finish,
    isAsking: () => asking,
  }
}
