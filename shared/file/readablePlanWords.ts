// Words for a financing plan in the readable copy, in both languages side by side.
import type { costCategories } from '../document/financingPlan'
import type { SourceKind, SourceStatus } from '../financing/input'
import type { ParameterKey } from '../financing/parameters'

export const kindWords: Readonly<Record<SourceKind, string>> = {
  grant: 'bidrag / grant',
  agreement: 'IOP-avtal / agreement',
  loan: 'lån / loan',
  sales: 'försäljning / sales',
  memberCapital: 'medlemsinsatser / member capital',
  crowdfunding: 'gräsrotsfinansiering / crowdfunding',
  gift: 'gåva / gift',
  inKind: 'ideell tid / time given for free',
}

export const statusWords: Readonly<Record<SourceStatus, string>> = {
  idea: 'idé / idea',
  planned: 'planerad / planned',
  applied: 'ansökt / applied for',
  granted: 'beviljat / granted',
  contracted: 'avtal finns / contracted',
  rejected: 'avslag / rejected',
}

export const categoryWords: Readonly<Record<(typeof costCategories)[number], string>> = {
  premises: 'lokal / premises',
  external: 'köpta tjänster / external services',
  materials: 'material / materials',
  equipment: 'utrustning / equipment',
  travel: 'resor / travel',
  marketing: 'marknadsföring / marketing',
  investment: 'investering / investment',
  other: 'övrigt / other',
}

export const scenarioWords = {
  cautious: 'Försiktigt / Cautious',
  base: 'Bas / Base',
  hopeful: 'Hoppfullt / Hopeful',
} as const

export const parameterWords: Readonly<Record<ParameterKey, string>> = {
  ordinaryEmployerContribution: 'Arbetsgivaravgift / Employer contribution',
  youthEmployerContribution: 'Nedsatt avgift för unga / Reduced contribution for the young',
  youthMonthlyLimit: 'Högsta månadslön för nedsatt avgift / Highest monthly pay for the reduced contribution',
  flatRateOnStaff: 'Schablon på personalkostnader / Flat rate on staff costs',
}

export const planWords = {
  amounts: 'Belopp i hela kronor, avrundade. / Amounts in whole kronor, rounded.',
  row: 'Rad / Row',
  kind: 'Slag / Kind',
  status: 'Läge / Status',
  probability: 'Sannolikhet / Probability',
  total: 'Summa / Total',
  period: 'Period / Period',
  setup: 'Förutsättningar / Set-up',
  openingCash: 'Kassa från början / Opening cash',
  buffer: 'Buffert / Liquidity buffer',
  vat: 'Moms / VAT',
  cash: 'Kassa vid periodens slut / Closing cash',
  sources: 'Pengar in / Money in',
  nominal:
    'Belopp som planerade, även det som scenariot inte räknar med. / As planned, also what a scenario leaves out.',
  units: 'antal / units',
  hours: 'timmar / hours',
  personnel: 'Personal / Personnel',
  salary: 'Månadslön / Monthly salary',
  share: 'Tjänstgöringsgrad / Share of full time',
  fixedCosts: 'Fasta kostnader / Fixed costs',
  variableCosts: 'Rörliga kostnader / Variable costs',
  ofSales: 'av försäljningen / of sales',
  loan: 'Lån / Loan',
  loanColumns: [
    'Skuld före / Opening',
    'Utbetalt / Drawn',
    'Ränta / Interest',
    'Amortering / Repaid',
    'Skuld efter / Closing',
  ],
  claim: 'Stöd i efterskott / Aid in arrears',
  claimColumns: [
    'Personal / Staff',
    'Schablon / Flat rate',
    'Stödgrundande / Eligible',
    'Stöd / Aid',
    'I kassan / As cash',
  ],
  cofinancing: {
    requiredAmount: 'Medfinansiering som krävs / Co-financing required',
    confirmed: 'Beviljad / Confirmed',
    applied: 'Ansökt / Applied for',
    shortfallConfirmed: 'Fattas / Shortfall',
  },
  keyFigures: 'Nyckeltal / Key figures',
  figure: {
    lowPoint: 'Lägsta kassa / Lowest cash',
    bridgingNeed: 'Behöver överbryggas / Bridging need',
    structuralGap: 'Fattas i planen / Structural gap',
    totalSources: 'Alla pengar in / Total sources',
    totalUses: 'Alla pengar ut / Total uses',
    selfFinancing: 'Egen försäljning täcker / Self-financing',
    longTerm: 'Bär sig på sikt / Long-term coverage',
    largestFunder: 'Största finansiär utöver kunder / Largest funder apart from customers',
  },
  scenarios: 'Scenarier / Scenarios',
  included: 'Räknas med / Included',
  andFrom: 'och sannolikhet från / and probability from',
  salesFactor: 'Försäljning / Sales',
  costFactor: 'Fasta kostnader utom personal / Fixed costs but personnel',
  parameters: 'Satser med källa / Parameters with source',
  value: 'Värde / Value',
  from: 'Från / From',
  to: 'Till / To',
  source: 'Källa / Source',
  findings: 'Råd / Findings',
  noFigures:
    'Något fattas eller går inte ihop, så inga siffror kan räknas ut. / Something is missing or at odds, so no figures can be computed.',
} as const
