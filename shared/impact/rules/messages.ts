import type { Finding, Severity } from '../../checks/finding'

const rules = {
  'IC-01': ['error', 'The need (problem) is not described.', 'Behovet (problemet) är inte beskrivet.'],
  'IC-02': ['error', 'The chain has no societal impact.', 'Kedjan saknar samhällseffekt.'],
  'IC-03': ['error', 'The activity leads to nothing.', 'Aktiviteten leder inte till något.'],
  'IC-04': [
    'error',
    'The output has no activity leading to it.',
    'Prestationen saknar aktivitet som leder till den.',
  ],
  'IC-05': [
    'error',
    'The outcome has no output, activity or outcome leading to it.',
    'Utfallet saknar något som leder till det.',
  ],
  'IC-06': [
    'error',
    'The outcome cannot be reached from any activity.',
    'Utfallet kan inte nås från någon aktivitet.',
  ],
  'IC-07': [
    'error',
    'The societal impact cannot be reached from any activity.',
    'Samhällseffekten kan inte nås från någon aktivitet.',
  ],
  'IC-08': ['error', 'The links form a circle.', 'Länkarna bildar en cirkel.'],
  'IC-09': [
    'error',
    'The link goes in a direction that is not allowed.',
    'Länken går åt ett håll som inte är tillåtet.',
  ],
  'IC-10': ['warning', 'The link skips a step in the chain.', 'Länken hoppar över ett steg i kedjan.'],
  'IC-11': ['warning', 'The output leads to no outcome.', 'Prestationen leder inte till något utfall.'],
  'IC-12': [
    'warning',
    'The outcome leads no further towards the societal impact.',
    'Utfallet leder inte vidare mot samhällseffekten.',
  ],
  'IC-13': ['warning', 'The outcome has no indicator.', 'Utfallet saknar indikator.'],
  'IC-14': ['warning', 'The indicator has no baseline.', 'Indikatorn saknar utgångsvärde (baslinje).'],
  'IC-15': ['warning', 'The indicator has no target.', 'Indikatorn saknar målvärde.'],
  'IC-16': ['error', 'The indicator has no unit.', 'Indikatorn saknar enhet.'],
  'IC-17': ['error', 'The target contradicts the wanted direction.', 'Målvärdet går emot önskad riktning.'],
  'IC-18': ['warning', 'The target equals the baseline.', 'Målvärdet är lika med utgångsvärdet.'],
  'IC-19': [
    'warning',
    'The target date is missing or not after the baseline date.',
    'Måldatum saknas eller ligger inte efter baslinjens datum.',
  ],
  'IC-20': [
    'warning',
    'The indicator has no data source or no one responsible.',
    'Indikatorn saknar källa eller ansvarig.',
  ],
  'IC-21': ['warning', 'The follow-up is overdue.', 'Uppföljningen är försenad.'],
  'IC-22': ['error', 'A measured value is dated in the future.', 'Ett mätvärde har ett datum i framtiden.'],
  'IC-23': ['warning', 'The outcome has no target group.', 'Utfallet saknar målgrupp.'],
  'IC-24': [
    'warning',
    'No outcome is linked to the target group.',
    'Målgruppen är inte kopplad till något utfall.',
  ],
  'IC-25': ['warning', 'A high-risk assumption has no test.', 'Ett antagande med hög risk saknar test.'],
  'IC-26': ['info', 'The link has no assumption.', 'Länken saknar antagande.'],
  'IC-27': ['info', 'The activity has no resource.', 'Aktiviteten saknar resurs.'],
  'IC-28': ['error', 'The SDG target does not exist.', 'Delmålet i Agenda 2030 finns inte.'],
  'IC-29': [
    'info',
    'The societal impact has no SDG target.',
    'Samhällseffekten saknar delmål i Agenda 2030.',
  ],
  'IC-30': [
    'info',
    'No negative or unintended effect has been considered.',
    'Ingen negativ eller oavsedd effekt är beaktad.',
  ],
  'IC-31': [
    'info',
    'The indicator counts people but is not broken down by gender.',
    'Indikatorn räknar personer men redovisas inte efter kön.',
  ],
  'IC-32': [
    'error',
    'The text contains what looks like a personal identity number.',
    'Texten innehåller något som ser ut som ett personnummer.',
  ],
  'IC-33': [
    'info',
    'Two elements of the same kind have the same title.',
    'Två element av samma slag har samma rubrik.',
  ],
  'IC-34': [
    'warning',
    'The outcome is worded as an activity or output, not as a change.',
    'Utfallet är formulerat som en aktivitet eller prestation, inte som en förändring.',
  ],
} as const satisfies Record<string, readonly [Severity, string, string]>

export type ImpactRule = keyof typeof rules
export const impactRules = Object.keys(rules) as ImpactRule[]

export function impactFinding(code: ImpactRule, target: string): Finding {
  const [severity, messageEn, messageSv] = rules[code]
  return { code, severity, target, messageEn, messageSv }
}
