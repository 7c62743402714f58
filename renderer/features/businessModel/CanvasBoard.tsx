import { layoutPlans } from '../../../shared/businessModel/layouts'
import { Block } from './Block'
import { useCanvas } from './canvasContext'
import css from './canvas.module.css'

/** The least height of the whole canvas; below it the page scrolls rather than squeeze the blocks. */
const leastHeight = 34

/** A block with this share of the width shows its notes beside each other. */
const wide = 0.3

/** The canvas as it hangs on a wall. It runs from left to right in every language, as the method is taught. */
export function CanvasBoard() {
  const { layout } = useCanvas()
  const { columns, rows, places } = layoutPlans[layout]
  const all = rows.reduce((sum, share) => sum + share, 0)
  return (
    <div
      className={css.board}
      data-layout={layout}
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: rows
          .map((share) => `minmax(${((leastHeight * share) / all).toFixed(2)}rem, ${share}fr)`)
          .join(' '),
      }}
    >
      {places.map(({ block, column, row }) => (
        <div
          key={block}
          className={css.place}
          style={{
            gridColumn: `${column[0]} / ${column[1]}`,
            gridRow: `${row[0]} / ${row[1]}`,
          }}
        >
          <Block block={block} isWide={column[1] - column[0] >= columns * wide} />
        </div>
      ))}
    </div>
  )
}
