import { useMemo } from 'react'
import { drawQr } from './qrPath'
import css from './qrCode.module.css'

/** A QR code as large as its place; dark on white in every theme, as cameras want it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { side, path } = useMemo(() => drawQr(text), [text])
  return (
    <svg
      className={css.qr}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      data-qr={text}
    >
      <rect width={side} height={side} className={css.paper} />
      <path d={path} className={css.ink} />
    </svg>
  )
}
