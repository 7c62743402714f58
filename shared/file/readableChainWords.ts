// Words for an impact chain in the readable copy, in both languages side by side.
import type { directions, Frequency, risks } from '../impact/input'
import type { ProgressStatus } from '../impact/progress'
import type { Step } from '../impact/steps'

export const stepWords: Readonly<Record<Step, string>> = {
  resource: 'Resurser / Resources',
  activity: 'Aktiviteter / Activities',
  output: 'Prestationer / Outputs',
  short: 'Utfall på kort sikt / Outcomes in the short term',
  medium: 'Utfall på medellång sikt / Outcomes in the medium term',
  long: 'Utfall på lång sikt / Outcomes in the long term',
  impact: 'Samhällseffekter / Societal impact',
}

export const riskWords: Readonly<Record<(typeof risks)[number], string>> = {
  low: 'låg / low',
  medium: 'medel / medium',
  high: 'hög / high',
}

export const directionWords: Readonly<Record<(typeof directions)[number], string>> = {
  increase: 'ska öka / to increase',
  decrease: 'ska minska / to decrease',
  maintain: 'ska vara som nu / to stay',
}

export const frequencyWords: Readonly<Record<Frequency, string>> = {
  month: 'varje månad / monthly',
  quarter: 'varje kvartal / quarterly',
  halfyear: 'varje halvår / every six months',
  year: 'varje år / yearly',
}

export const progressWords: Readonly<Record<ProgressStatus, string>> = {
  achieved: 'uppnått / achieved',
  onTrack: 'på väg / on track',
  behind: 'efter plan / behind',
  noData: 'inga uppgifter / no data',
}

export const chainWords = {
  asOf: 'Läget / As of',
  time: 'Tid / Time',
  need: 'Behov / Need',
  element: 'Element / Element',
  negative: 'oönskad effekt / unintended effect',
  description: 'Beskrivning / Description',
  targetGroups: 'Målgrupper / Target groups',
  sdg: 'Delmål i Agenda 2030 / SDG targets',
  links: 'Länkar / Links',
  from: 'Från / From',
  to: 'Till / To',
  assumptions: 'Antaganden / Assumptions',
  risk: 'Risk / Risk',
  test: 'Så tar vi reda på det / Test',
  indicators: 'Indikatorer / Indicators',
  indicator: 'Indikator / Indicator',
  unit: 'Enhet, riktning / Unit, direction',
  baseline: 'Utgångsvärde / Baseline',
  notNeeded: 'behövs inte / not needed',
  target: 'Mål / Target',
  measurements: 'Mätvärden / Measurements',
  status: 'Läge / Status',
  follow: 'Källa, ansvarig, hur ofta / Source, responsible, how often',
  byGender: 'efter kön / by gender',
  primary: 'primär / primary',
  secondary: 'sekundär / secondary',
  stakeholders: 'Intressenter / Stakeholders',
  role: 'Roll / Role',
  kind: 'Slag / Kind',
  sroi: 'Social avkastning (SROI) / Social return on investment',
  sroiColumns: [
    'Utfall / Outcome',
    'Antal / Quantity',
    'Värde per styck och år / Value each, a year',
    'År / Years',
    'Hade hänt ändå / Deadweight',
    'Bara flyttat / Displacement',
    'Tack vare andra / Attribution',
    'Avtar per år / Drop-off',
    'Varifrån värdet kommer / Source of the value',
  ],
  discountRate: 'Diskonteringsränta / Discount rate',
  valueOfInputs: 'Vad insatsen kostar / Value of inputs',
  ratio: 'Per satsad krona / Per krona put in',
  findings: 'Iakttagelser / Findings',
} as const
