// Short messages that come and go. What they tell is done already; an action on them usually undoes it.
import { ToastQueue } from 'react-stately/useToastState'

export interface ToastContent {
  text: string
  /** `problem`: something did not work. Stays longer. */
  kind?: 'done' | 'problem'
  action?: { label: string; onAction: () => void }
}

export const toasts = new ToastQueue<ToastContent>({ maxVisibleToasts: 2 })

const shownMs = { plain: 5000, withAction: 12_000, problem: 15_000 }

/** Shows a message for a while. Returns the way to take it away sooner. */
export function toast(content: ToastContent): () => void {
  const timeout =
    content.kind === 'problem' ? shownMs.problem : content.action ? shownMs.withAction : shownMs.plain
  const key = toasts.add(content, { timeout })
  return () => toasts.close(key)
}
