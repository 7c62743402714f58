import type { Finding, Severity } from '../../checks/finding'

const rules = {
  'FP-01': [
    'error',
    'Cash is below zero in at least one period (base).',
    'Kassan är negativ i minst en period (bas).',
  ],
  'FP-02': [
    'warning',
    'Cash is below the liquidity buffer in at least one period (base).',
    'Kassan ligger under likviditetsbufferten i minst en period (bas).',
  ],
  'FP-03': [
    'warning',
    'Cash is below zero in the cautious scenario.',
    'Kassan är negativ i det försiktiga scenariot.',
  ],
  'FP-04': [
    'warning',
    'Confirmed co-financing is below the required share.',
    'Bekräftad medfinansiering understiger kravet.',
  ],
  'FP-05': [
    'error',
    'Total uses exceed total sources (base).',
    'De samlade utgifterna är större än den samlade finansieringen (bas).',
  ],
  'FP-06': [
    'warning',
    'One funder stands for more than half of the funding apart from sales (base).',
    'En finansiär står för mer än hälften av finansieringen utöver försäljningen (bas).',
  ],
  'FP-07': [
    'warning',
    'Recurring income does not cover payments in the last four periods (base).',
    'Återkommande intäkter täcker inte utbetalningarna de sista fyra perioderna (bas).',
  ],
  'FP-08': [
    'info',
    'Break-even without grants is not reached within the plan.',
    'Nollpunkten utan bidrag nås inte inom planen.',
  ],
  'FP-09': [
    'info',
    'Some of the granted money is paid after the end of the plan.',
    'En del av det beviljade bidraget betalas ut efter planens slut.',
  ],
  'FP-10': ['info', 'The loan is not fully repaid within the plan.', 'Lånet är inte slutbetalt inom planen.'],
  'FP-11': [
    'error',
    'A period, amount, rate or percentage is missing or out of range.',
    'En period, ett belopp, en sats eller en procentandel saknas eller ligger utanför tillåtna värden.',
  ],
  'FP-12': [
    'warning',
    'Restricted funding tied to the same costs is larger than those costs (double funding).',
    'Öronmärkta medel för samma kostnader är större än kostnaderna (dubbelfinansiering).',
  ],
  'FP-13': [
    'info',
    'The employer contribution rate ends before the role does, or a reduced rate is used on more than 25 000 SEK a month.',
    'Arbetsgivaravgiftens sats upphör före tjänsten, eller så används en nedsatt avgift på mer än 25 000 kr i månaden.',
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>

export type FinancingRule = keyof typeof rules
export const financingRules = Object.keys(rules) as FinancingRule[]

export function financingFinding(code: FinancingRule, target: string): Finding {
  const [severity, messageEn, messageSv] = rules[code]
  return { code, severity, target, messageEn, messageSv }
}
