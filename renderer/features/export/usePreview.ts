import { useCallback, useEffect, useState, type RefObject } from 'react'
import { printNews, type PrintWarning } from '../../../shared/bridge/printAddress'

export type PreviewState =
  { kind: 'preparing' } | { kind: 'ready'; sheets: number; warnings: PrintWarning[] } | { kind: 'failed' }

/** What the print document in `frame` tells. A new address, or a new try at the same, starts over. */
export function usePreview(
  frame: RefObject<HTMLIFrameElement | null>,
  address: string | null,
  tries: number,
): PreviewState {
  const shown = address === null ? null : `${tries} ${address}`
  const [heard, setHeard] = useState<{ of: string; state: PreviewState } | null>(null)
  const listen = useCallback(
    (event: MessageEvent) => {
      if (shown === null || event.source !== frame.current?.contentWindow) return
      if (event.origin !== location.origin) return
      const news = printNews.safeParse(event.data)
      if (!news.success) return
      const state: PreviewState =
        news.data.kind === 'printReady'
          ? { kind: 'ready', sheets: news.data.sheets, warnings: news.data.warnings }
          : { kind: 'failed' }
      setHeard({ of: shown, state })
    },
    [frame, shown],
  )
  useEffect(() => {
    window.addEventListener('message', listen)
    return () => window.removeEventListener('message', listen)
  }, [listen])
  return heard !== null && heard.of === shown ? heard.state : { kind: 'preparing' }
}
