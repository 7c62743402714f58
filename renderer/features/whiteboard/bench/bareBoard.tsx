// tldraw as it comes, with the same records, to measure against. Ten notes are moved from within as often as ten remote
// people would move them. The fragment names the file of records: #records=notes.json
import { createRoot } from 'react-dom/client'
import { createTLStore, Tldraw, type TLRecord } from 'tldraw'
import 'tldraw/tldraw.css'
import { boardAssetUrls } from '../boardAssetUrls'

declare global {
  interface Window {
    /** For the measuring program. Returns the way to stop. */
    startMoving?: () => () => void
  }
}

const asked = new URLSearchParams(location.hash.slice(1))
const answer = await fetch(asked.get('records') ?? '')
const records = (await answer.json()) as TLRecord[]
const store = createTLStore()
store.mergeRemoteChanges(() => store.put(records))

/** Moves ten notes in circles, each 20 times a second. */
function startMoving(): () => void {
  const moved = records.filter(({ typeName }) => typeName === 'shape').slice(0, 10)
  let step = 0
  const timers = moved.map((record) =>
    setInterval(() => {
      const { x, y } = record as unknown as { x: number; y: number }
      const turn = (step++ / 40) * Math.PI
      store.mergeRemoteChanges(() =>
        store.update(record.id, (now) => {
          const place = { x: x + 300 * Math.cos(turn), y: y + 300 * Math.sin(turn) }
          return { ...now, ...place } as TLRecord
        }),
      )
    }, 50),
  )
  return () => timers.forEach(clearInterval)
}

window.startMoving = startMoving

document.getElementById('root')!.style.cssText = 'position: fixed; inset: 0'
createRoot(document.getElementById('root')!).render(<Tldraw store={store} assetUrls={boardAssetUrls} />)
