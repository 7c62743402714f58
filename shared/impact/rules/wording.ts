// An outcome says what changes for someone; these are the ways in which titles say what is done instead.

const doing = [
  'antal',
  'genomför',
  'anordna',
  'håll',
  'utbilda',
  'erbjud',
  'starta',
  'number of',
  'conduct',
  'hold',
  'deliver',
  'organise',
  'organize',
  'offer',
  'train',
  'start',
]

/** The words are stems, so `genomför` also finds `genomförda`. */
export function isWordedAsDoing(title: string): boolean {
  const beginning = title.trimStart().normalize('NFC').toLowerCase()
  return doing.some((stem) => beginning.startsWith(stem))
}
