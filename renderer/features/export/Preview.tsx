import { useEffect, useRef, useState, type RefObject } from 'react'
import type { Paper } from '../../../shared/bridge/bridge'
import { Spinner } from '../../ui/Spinner'
import { useText } from '../../ui/language'
import type { PreviewState } from './usePreview'
import css from './preview.module.css'

export interface PreviewProps {
  /** The print document's address. */
  address: string
  paper: Paper
  state: PreviewState
  frame: RefObject<HTMLIFrameElement | null>
}

/** How wide the print document is, in CSS px: the paper and the table around it. */
const documentWidth: Readonly<Record<Paper, number>> = {
  A4: ((297 + 16) * 96) / 25.4,
  A3: ((420 + 16) * 96) / 25.4,
}

/** The print document itself, made as small as the place for it. */
export function Preview({ address, paper, state, frame }: PreviewProps) {
  const t = useText('export')
  const place = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useEffect(() => {
    const box = place.current
    if (!box) return
    const observer = new ResizeObserver(() => setSize({ width: box.clientWidth, height: box.clientHeight }))
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  // Room for the frame's own scroll bar.
  const scale = Math.min(1, size.width / (documentWidth[paper] + 18))
  return (
    <div ref={place} className={css.place}>
      {scale > 0 && (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- a page of our own, which must run and print
        <iframe
          // A fragment alone does not load a document again.
          key={address}
          ref={frame}
          title={t('preview')}
          src={address}
          className={css.frame}
          style={{
            inlineSize: size.width / scale,
            blockSize: size.height / scale,
            transform: `scale(${scale})`,
          }}
        />
      )}
      {state.kind === 'preparing' && (
        <output className={css.waiting}>
          <Spinner />
          {t('preparing')}
        </output>
      )}
    </div>
  )
}
