import { BookOpen, Coins } from 'lucide-react'
import { newSourceValues } from '../../../shared/document/planRows'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { useText } from '../../ui/language'
import type { PlanActions } from './planActions'

interface StartProps {
  actions: PlanActions
  showExample: () => void
  /** Hears the id of the first row. */
  begin: (rowId: string | null) => void
}

/** An empty plan: one sentence, and three ways to begin. */
export function Start({ actions, showExample, begin }: StartProps) {
  const t = useText('financingPlan')
  return (
    <EmptyState icon={<Coins />} title={t('start.title')} text={t('start.text')}>
      <Button
        variant="primary"
        onPress={() => begin(actions.add('sources', { values: newSourceValues('grant') }))}
      >
        {t('start.source')}
      </Button>
      <Button onPress={() => begin(actions.add('fixedCosts', { values: { category: 'premises' } }))}>
        {t('start.cost')}
      </Button>
      <Button variant="quiet" icon={<BookOpen />} onPress={showExample}>
        {t('tools.example')}
      </Button>
    </EmptyState>
  )
}
