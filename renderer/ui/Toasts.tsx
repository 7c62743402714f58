import { useState, useSyncExternalStore } from 'react'
import { fetchLater } from './fetchLater'
import { toasts } from './toast'

const ToastRegion = fetchLater('messages', () => import('./ToastRegion'))

const subscribe = (changed: () => void) => toasts.subscribe(changed)
const areThere = () => toasts.visibleToasts.length > 0

/** Where messages appear; once in each shell. What draws them comes with the first, or in a quiet moment before it. */
export function Toasts() {
  const [hasShown, setHasShown] = useState(false)
  const isShowing = useSyncExternalStore(subscribe, areThere)
  if (isShowing && !hasShown) setHasShown(true)
  // Stays, so that the focus finds its way back from the last one.
  return isShowing || hasShown ? <ToastRegion /> : null
}
