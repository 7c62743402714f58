import css from './drawing.module.css'

export const arrowheads = {
  plain: 'impact-chain-arrow',
  marked: 'impact-chain-arrow-marked',
  wrong: 'impact-chain-arrow-wrong',
} as const

const looks = { plain: css.arrow, marked: css.arrowMarked, wrong: css.arrowWrong }

/** The ends of links, for all of them to use. */
export function Arrowheads() {
  return (
    <svg className={css.arrowheads} aria-hidden="true">
      <defs>
        {(Object.keys(arrowheads) as (keyof typeof arrowheads)[]).map((kind) => (
          <marker
            key={kind}
            id={arrowheads[kind]}
            viewBox="0 0 10 10"
            refX="9"
            refY="5"
            markerWidth="10"
            markerHeight="10"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={looks[kind]} d="M0,0.5 L10,5 L0,9.5 Z" />
          </marker>
        ))}
      </defs>
    </svg>
  )
}
