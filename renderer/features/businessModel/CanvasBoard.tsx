import { layoutPlans } from '../../../shared/businessModel/layouts'
import type { Layout } from '../../../shared/document/businessModel'
import { Block } from './Block'
import { useCanvas } from './canvasContext'
import css from './canvas.module.css'

/** The least height of the whole canvas in rem; below it the page scrolls rather than squeeze the blocks. */
const leastHeights: Readonly<Record<Layout, number>> = { classic: 34, cooperative: 36, social: 46 }

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
        // The rows, and the hairlines around and between them.
        flexBasis: `calc(${leastHeights[layout]}rem + ${rows.length + 1}px)`,
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: rows
          .map((share) => `minmax(${((leastHeights[layout] * share) / all).toFixed(2)}rem, ${share}fr)`)
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
