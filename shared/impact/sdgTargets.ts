// The 169 targets of the 2030 Agenda (UN resolution A/RES/70/1): per goal, how many are numbered and how many lettered.

const counts: readonly (readonly [numbered: number, lettered: number])[] = [
  [5, 2],
  [5, 3],
  [9, 4],
  [7, 3],
  [6, 3],
  [6, 2],
  [3, 2],
  [10, 2],
  [5, 3],
  [7, 3],
  [7, 3],
  [8, 3],
  [3, 2],
  [7, 3],
  [9, 3],
  [10, 2],
  [19, 0],
]

/** `1.1`, `1.2`, …, `1.a`, …, `17.19`, in the order of the agenda. */
export const sdgTargets: readonly string[] = counts.flatMap(([numbered, lettered], at) => [
  ...Array.from({ length: numbered }, (_, number) => `${at + 1}.${number + 1}`),
  ...Array.from({ length: lettered }, (_, letter) => `${at + 1}.${'abcd'[letter]}`),
])

const known = new Set(sdgTargets)
export const isSdgTarget = (code: string) => known.has(code)
