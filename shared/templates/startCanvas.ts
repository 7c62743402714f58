// What an impact chain and a financing plan made from a template have from the start: two years that begin with the
// next quarter. No rows: the canvases themselves ask what to write.
import type * as Y from 'yjs'
import { setPlanFacts } from '../document/financingPlan'
import { setChainFacts } from '../document/impactChain'
import { daysOf, periodNames, samePeriod } from '../financing/periodNames'

const quarters = 8
/** öre */
const liquidityBuffer = 25_000_00

/** @param now ms since 1970. */
function nextQuarters(now: number): string[] {
  const month = new Date(now).toISOString().slice(0, 7)
  const current = samePeriod('month', month, 'quarter')
  if (current === null) throw new Error('a moment lies in a quarter')
  return periodNames('quarter', current, quarters + 1).slice(1)
}

export const startCanvas = {
  financingPlan(page: Y.Doc, now: number): void {
    setPlanFacts(page, {
      currency: 'SEK',
      periodType: 'quarter',
      firstPeriod: nextQuarters(now)[0]!,
      periodCount: quarters,
      openingCash: 0,
      liquidityBuffer,
    })
  },
  impactChain(page: Y.Doc, now: number): void {
    const periods = nextQuarters(now)
    setChainFacts(page, {
      start: daysOf('quarter', periods[0]!)!.first,
      end: daysOf('quarter', periods.at(-1)!)!.last,
    })
  },
}
