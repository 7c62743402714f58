// The demo's business model: what the workshop about Grannköket came to.
import type { BlockKey, NoteState } from '../document/businessModel'
import type { NoteColor } from '../document/noteLook'

export interface DemoNote {
  block: BlockKey
  text: string
  color: NoteColor
  state: NoteState
  author: string
  language: 'sv' | 'ar' | 'so'
  /** The note on the wall that it came from, by its text. */
  from?: string
}

const note = (
  block: BlockKey,
  color: NoteColor,
  state: NoteState,
  author: string,
  text: string,
  more: Partial<Pick<DemoNote, 'language' | 'from'>> = {},
): DemoNote => ({ block, color, state, author, text, language: 'sv', ...more })

export const demoNotes: readonly DemoNote[] = [
  note('customer', 'blue', 'tested', 'Elsa', 'Äldre som bor ensamma', { from: 'Äldre som bor ensamma' }),
  note('customer', 'blue', 'tested', 'Karin', 'Familjer som kommer hem sent'),
  note('customer', 'green', 'guess', 'Yusuf', 'Skolan och byggfirman: lunch på jobbet'),
  note('customer', 'blue', 'guess', 'Yusuf', 'Waayeelka u baahan cunto diirran', {
    language: 'so',
    from: 'Waayeelka u baahan cunto diirran',
  }),
  note('valueCustomer', 'yellow', 'confirmed', 'Fatima', 'Varm mat lagad av någon man känner'),
  note('valueCustomer', 'yellow', 'tested', 'Elsa', 'Sällskap vid bordet en gång i veckan'),
  note('valueCustomer', 'green', 'guess', 'Amina', 'Ett första jobb på hemorten'),
  note('valueCustomer', 'yellow', 'tested', 'Amina', 'خبز طازج كل يوم جمعة', {
    language: 'ar',
    from: 'خبز طازج كل يوم جمعة',
  }),
  note('relations', 'blue', 'tested', 'Yusuf', 'Samma person kommer med lådan varje gång'),
  note('relations', 'green', 'confirmed', 'Lars', 'Medlemmarna bestämmer menyn tillsammans'),
  note('channels', 'yellow', 'tested', 'Karin', 'Lapp i brevlådan och anslag i affären'),
  note('channels', 'yellow', 'guess', 'Karin', 'Hemtjänsten berättar om oss'),
  note('channels', 'blue', 'confirmed', 'Elsa', 'Fredagsbordet i bygdegården'),
  note('activities', 'green', 'tested', 'Amina', 'Laga lunchlådor måndag, onsdag och fredag'),
  note('activities', 'green', 'guess', 'Yusuf', 'Köra hem mat till dem som vill', {
    from: 'Kör hem mat till dem som vill',
  }),
  note('activities', 'violet', 'tested', 'Fatima', 'Lära varandra laga mat på svenska'),
  note('resources', 'violet', 'confirmed', 'Fatima', 'Idébärare på halvtid, arbetsledare en dag i veckan'),
  note('resources', 'red', 'guess', 'Lars', 'Rullande kök, 85 000 kr', {
    from: 'Räcker pengarna till ett rullande kök?',
  }),
  note('resources', 'grey', 'confirmed', 'Karin', '60 ideella timmar i kvartalet'),
  note('partners', 'blue', 'guess', 'Fatima', 'Kommunen: partnerskap (IOP) från hösten', {
    from: 'Kommunen: ett partnerskap (IOP)',
  }),
  note('partners', 'green', 'confirmed', 'Elsa', 'Bygdegården: kök och långbord'),
  note('partners', 'violet', 'confirmed', 'Lars', 'Coompanion: råd när vi bildar kooperativ', {
    from: 'Coompanion: bilda ett kooperativ',
  }),
  note('partners', 'grey', 'tested', 'Lars', 'Ekobanken och Mikrofonden: lån med borgen'),
  note('costs', 'red', 'tested', 'Lars', 'Löner: tre personer på deltid'),
  note('costs', 'red', 'tested', 'Amina', 'Råvaror och förpackning: 42 % av priset'),
  note('costs', 'red', 'confirmed', 'Lars', 'Lokal 12 000 kr i kvartalet'),
  note('costs', 'grey', 'guess', 'Yusuf', 'Resor och utkörning, 20 000 kr på två år'),
  note('revenue', 'green', 'tested', 'Amina', 'Lunchlådor, 115 kr styck', {
    from: 'Vad får en låda kosta? 115 kr?',
  }),
  note('revenue', 'blue', 'guess', 'Fatima', 'Avtal med kommunen, 40 000 kr i kvartalet'),
  note('revenue', 'blue', 'confirmed', 'Lars', 'ESF+ och regionen under första året'),
  note('revenue', 'violet', 'confirmed', 'Karin', 'Medlemsinsatser, 12 000 kr'),
  note('revenue', 'grey', 'rejected', 'Yusuf', 'Hyra ut det rullande köket'),
]
