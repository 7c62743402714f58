// Values set by law or by a programme, each with the dates it holds for and its source. Formulas take them from
// the plan's own rows; these are what a new row is offered, and what findings compare with.

export interface Parameter {
  readonly key: string
  readonly value: number
  readonly unit: 'basisPoints' | 'ore'
  /** First day it holds, or null when that lies far back. */
  readonly from: string | null
  /** Last day it holds, or null when no end is known. */
  readonly to: string | null
  readonly source: string
}

export const knownParameters = [
  {
    key: 'ordinaryEmployerContribution',
    value: 3142,
    unit: 'basisPoints',
    from: null,
    to: null,
    source: 'Socialavgiftslagen (SFS 2000:980), allmän löneavgift (SFS 1994:1920)',
  },
  {
    key: 'youthEmployerContribution',
    value: 2081,
    unit: 'basisPoints',
    from: '2026-04-01',
    to: '2027-09-30',
    source: 'SFS 2026:100',
  },
  {
    key: 'youthMonthlyLimit',
    value: 2_500_000,
    unit: 'ore',
    from: '2026-04-01',
    to: '2027-09-30',
    source: 'SFS 2026:100',
  },
  {
    key: 'flatRateOnStaff',
    value: 4000,
    unit: 'basisPoints',
    from: '2021-07-01',
    to: null,
    source: '(EU) 2021/1060, art. 56',
  },
] as const satisfies readonly Parameter[]

export type ParameterKey = (typeof knownParameters)[number]['key']

export function parameterValue(key: ParameterKey): number {
  return knownParameters.find((each) => each.key === key)!.value
}
