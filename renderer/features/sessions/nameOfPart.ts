import type { FileProblem } from '../../../shared/relay/library'
import type { Text } from '../../ui/language'

/** A part of a session file as people know it. */
export function nameOfPart(problem: FileProblem, t: Text): string {
  if (problem.pageTitle) return t('damaged.page', { title: problem.pageTitle })
  if (problem.part.startsWith('assets/')) return t('damaged.picture')
  if (problem.part.startsWith('rooms/page-')) return t('damaged.somePage')
  if (problem.part.startsWith('rooms/')) return t('damaged.list')
  return t('damaged.part')
}
