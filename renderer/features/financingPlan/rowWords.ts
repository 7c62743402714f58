// What a row is, in a few words, beside its title.
import type { PlanRow } from '../../../shared/document/planRows'
import { costCategories } from '../../../shared/document/financingPlan'
import type { Text } from '../../ui/language'

export interface RowWords {
  /** Its kind. */
  kind: string
  /** How sure it is, or what it follows; empty when there is nothing to say. */
  state: string
}

const categoryWord = (category: string, t: Text) =>
  (costCategories as readonly string[]).includes(category) ? t(`category.${category}`) : category

/** @param nameOf the title of another row. */
export function rowWords({ table, row }: PlanRow, t: Text, nameOf: (id: string) => string): RowWords {
  switch (table) {
    case 'sources':
      return { kind: t(`kind.${row.kind}`), state: t(`status.${row.status}`) }
    case 'personnel':
      return { kind: t(`contribution.${row.contribution}`), state: '' }
    case 'fixedCosts':
      return { kind: categoryWord(row.category, t), state: '' }
    case 'variableCosts':
      return {
        kind: categoryWord(row.category, t),
        state: row.of === null ? t('row.ofAllSales') : t('row.ofSales', { source: nameOf(row.of) }),
      }
  }
}
