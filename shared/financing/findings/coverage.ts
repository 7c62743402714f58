import type { Finding } from '../../checks/finding'
import type { Periods } from '../periods'
import type { ScenarioPlan } from '../result'
import { financingFinding } from './messages'

/** FP-07 and FP-08: whether the plan carries itself in the long run. */
export function checkCoverage(base: ScenarioPlan, periods: Periods): Finding[] {
  const findings: Finding[] = []
  const { gap, coverageBp, windowPeriods } = base.longTerm
  if (gap > 0 && coverageBp !== null) {
    const words = inWords(windowPeriods.length, periods)
    findings.push({
      ...financingFinding('FP-07', 'plan'),
      messageEn: `Recurring income does not cover payments in ${words.en} (base).`,
      messageSv: `Återkommande intäkter täcker inte utbetalningarna ${words.sv} (bas).`,
    })
  }
  if (base.breakEven.firstPeriodWithoutGrants === null) findings.push(financingFinding('FP-08', 'plan'))
  return findings
}

const numbersEn = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')
const numbersSv = 'en två tre fyra fem sex sju åtta nio tio elva tolv'.split(' ')

/** The window is the last twelve months, so it holds a different number of periods in each kind of plan. */
function inWords(count: number, { perYear }: Periods): { en: string; sv: string } {
  if (count === 1)
    return perYear === 1
      ? { en: 'the last year', sv: 'det sista året' }
      : { en: 'the last period', sv: 'den sista perioden' }
  return {
    en: `the last ${numbersEn[count - 1]} periods`,
    sv: `de sista ${numbersSv[count - 1]} perioderna`,
  }
}
