// What the gaps between the canvases say, for lists outside the interface.
import type { Gap } from './linkFindings'

const messages: Record<Gap['code'], { readonly en: string; readonly sv: string }> = {
  'BM-01': {
    en: 'There are customers, but no value proposition for them.',
    sv: 'Det finns kunder, men inget värdeerbjudande till dem.',
  },
  'BM-02': {
    en: 'There is revenue, but nobody who pays it.',
    sv: 'Det finns intäkter, men ingen som betalar dem.',
  },
  'BM-03': {
    en: 'There is a target group, but no social value for it.',
    sv: 'Det finns en målgrupp, men inget socialt värde för den.',
  },
  'BM-04': {
    en: 'The note about money has no row in the financing plan.',
    sv: 'Lappen om pengar har ingen rad i finansieringsplanen.',
  },
  'BM-05': {
    en: 'The measure has no indicator in the impact chain.',
    sv: 'Måttet har ingen indikator i effektkedjan.',
  },
  'BM-06': {
    en: 'There is no rule for what happens with a surplus.',
    sv: 'Det saknas en regel för vad som händer med överskottet.',
  },
  'LK-01': {
    en: 'No cost in the financing plan pays for the activity.',
    sv: 'Ingen kostnad i finansieringsplanen betalar för aktiviteten.',
  },
  'LK-02': {
    en: 'The cost serves no activity in the impact chain.',
    sv: 'Kostnaden hör inte till någon aktivitet i effektkedjan.',
  },
  'LK-03': {
    en: 'No revenue note in the business model stands for the source.',
    sv: 'Ingen intäktslapp i affärsmodellen hör till källan.',
  },
  'LK-04': {
    en: 'It is linked to something that no longer exists.',
    sv: 'Den är kopplad till något som inte finns längre.',
  },
}

export function messageOfGap(code: Gap['code']): { readonly en: string; readonly sv: string } {
  return messages[code]
}
