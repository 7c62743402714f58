// Headings of the readable copy inside a file. An archive may be read by anyone in twenty years, so both languages
// stand side by side and nothing depends on who saved it.
import type { BlockKey, NoteState } from '../document/businessModel'

export const blockHeadings: Readonly<Record<BlockKey, string>> = {
  partners: 'Nyckelpartners / Key partners',
  activities: 'Nyckelaktiviteter / Key activities',
  resources: 'Nyckelresurser / Key resources',
  valueCustomer: 'Värdeerbjudande till kund / Value proposition (customer)',
  valueSocial: 'Socialt värdeerbjudande / Social value proposition',
  impactMeasures: 'Effektmått / Impact measures',
  intervention: 'Typ av insats / Type of intervention',
  relations: 'Kundrelationer / Customer relationships',
  channels: 'Kanaler / Channels',
  beneficiary: 'Målgrupp / Beneficiary',
  customer: 'Kundsegment eller betalare / Customer or payer',
  costs: 'Kostnadsstruktur / Cost structure',
  revenue: 'Intäktsströmmar / Revenue streams',
  surplus: 'Överskott / Surplus',
  members: 'Medlemsnytta / Members’ needs',
  governance: 'Ägande och beslut / Ownership and decisions',
}

export const stateWords: Readonly<Record<NoteState, string>> = {
  guess: 'gissning / guess',
  tested: 'prövad / tested',
  confirmed: 'bekräftad / confirmed',
  rejected: 'avfärdad / rejected',
}

export const readableWords = {
  about:
    'Läsbar kopia av en session i Samverkstad. Programmet läser mappen rooms, inte den här. / ' +
    'Readable copy of a Samverkstad session. The program reads the folder rooms, not this one.',
  purpose: 'Syfte / Purpose',
  pages: 'Sidor / Pages',
  whiteboard: 'Skrivtavla / Whiteboard',
  businessModel: 'Affärsmodell / Business model',
  impactChain: 'Effektkedja (effektlogik) / Impact chain',
  financingPlan: 'Finansieringsplan / Financing plan',
  unknown: 'Okänt slag / Unknown kind',
  empty: 'Tomt / Empty',
  pictures: 'Bilder och teckningar utan text / Pictures and drawings without text',
} as const
