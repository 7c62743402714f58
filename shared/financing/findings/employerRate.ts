import type { Finding } from '../../checks/finding'
import type { Basis } from '../basis'
import type { Role } from '../input'
import { parameterValue } from '../parameters'
import { employerRateAt, isActive, monthlyPay } from '../personnel'
import { financingFinding } from './messages'

/**
 * FP-13, once per role: a period of the role has no rate of its own, or a rate below the ordinary one is used on
 * more pay a month than the reduction allows for. Pay is what the role gets at its share of full time.
 */
export function checkEmployerRate(role: Role, { input, periods }: Basis): Finding[] {
  const ordinary =
    input.limits?.ordinaryEmployerContributionBp ?? parameterValue('ordinaryEmployerContribution')
  const limit = input.limits?.reducedRateMonthlyLimit ?? parameterValue('youthMonthlyLimit')
  const isDoubtful = periods.labels.some((_, at) => {
    if (!isActive(role, at, periods)) return false
    const rate = employerRateAt(role, at, periods)
    return !rate.isGiven || (rate.bp < ordinary && monthlyPay(role, at, periods) > limit)
  })
  return isDoubtful ? [financingFinding('FP-13', role.id)] : []
}
