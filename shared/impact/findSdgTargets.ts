import { sdgTargets } from './sdgTargets'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()

/**
 * The targets that what is typed may mean: `3` gives all of goal 3, `3.4` and `8.a` those that begin so, words the targets
 * of the goals that `wordsOf` describes with all of them. Nothing for nothing.
 */
export function findSdgTargets(typed: string, wordsOf: (goal: number) => string): readonly string[] {
  const wanted = plain(typed)
  if (wanted === '') return []
  const number = /^(\d{1,2})(?:[.,]\s*([\da-d]*))?$/.exec(wanted)
  if (number) {
    const [, goal, rest] = number
    return sdgTargets.filter((target) => {
      const [ownGoal, ownRest] = target.split('.') as [string, string]
      return ownGoal === goal && ownRest.startsWith(rest ?? '')
    })
  }
  const parts = wanted.split(/\s+/)
  const goals = Array.from({ length: 17 }, (_, at) => at + 1).filter((goal) => {
    const words = plain(wordsOf(goal))
    return parts.every((part) => words.includes(part))
  })
  return sdgTargets.filter((target) => goals.includes(Number(target.split('.')[0])))
}
