// What hangs together across the demo's canvases: a note by its words, the rest by their ids.

/** Notes about money, and the rows that they stand for. */
export const demoNoteRows: readonly (readonly [note: string, rows: readonly string[]])[] = [
  ['Löner: tre personer på deltid', ['R1', 'R2', 'R3']],
  ['Råvaror och förpackning: 42 % av priset', ['V1']],
  ['Lokal 12 000 kr i kvartalet', ['C1']],
  ['Resor och utkörning, 20 000 kr på två år', ['C3']],
  ['Lunchlådor, 115 kr styck', ['S5']],
  ['Avtal med kommunen, 40 000 kr i kvartalet', ['S3']],
  ['ESF+ och regionen under första året', ['S1', 'S2']],
  ['Medlemsinsatser, 12 000 kr', ['S6']],
]

/** Activities, and the costs that pay for them. One activity is left without. */
export const demoActivityCosts: readonly (readonly [activity: string, costs: readonly string[]])[] = [
  ['E4', ['R1', 'R3', 'C1', 'C3', 'C4', 'V1']],
  ['E5', ['R1', 'R2']],
]
