// Rules about one indicator: IC-14 … 22 and 31.
import type { Finding } from '../../checks/finding'
import type { ImpactInput, Indicator } from '../input'
import { isOverdue } from '../progress'
import { impactFinding, type ImpactRule } from './messages'

export function checkIndicators({ indicators, start }: ImpactInput, asOf: string): Finding[] {
  return indicators.flatMap((indicator) =>
    [
      ...comparisonRules(indicator),
      ...(indicator.unit.trim() === '' ? (['IC-16'] as const) : []),
      ...(indicator.source.trim() === '' || indicator.responsible.trim() === '' ? (['IC-20'] as const) : []),
      ...(isOverdue(indicator, asOf, start) ? (['IC-21'] as const) : []),
      ...(indicator.measurements.some((each) => each.date > asOf) ? (['IC-22'] as const) : []),
      ...(countsPeople(indicator) && !indicator.disaggregation.includes('gender')
        ? (['IC-31'] as const)
        : []),
    ].map((code) => impactFinding(code, indicator.id)),
  )
}

/** Baseline and target: that they are there, point the right way and lie in time order. */
function comparisonRules({ baseline, baselineNotApplicable, target, direction }: Indicator): ImpactRule[] {
  const rules: ImpactRule[] = []
  if (!baseline && !baselineNotApplicable) rules.push('IC-14')
  if (!target) return [...rules, 'IC-15']
  const given = baselineNotApplicable ? null : baseline
  if (given && target.value === given.value && direction !== 'maintain') rules.push('IC-18')
  if (given && direction === 'increase' && target.value < given.value) rules.push('IC-17')
  if (given && direction === 'decrease' && target.value > given.value) rules.push('IC-17')
  if (target.date === null || (given?.date && given.date >= target.date)) rules.push('IC-19')
  return rules
}

const unitsOfPeople = ['personer', 'deltagare', 'people', 'participants']

function countsPeople({ unit }: Indicator): boolean {
  return unitsOfPeople.includes(unit.trim().toLowerCase())
}
