import { useState } from 'react'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { useText } from '../../../ui/language'
import { Tabs } from '../../../ui/Tabs'
import type { Plan } from '../usePlan'
import { ParameterSettings } from './ParameterSettings'
import { PeriodSettings } from './PeriodSettings'
import { ScenarioSettings } from './ScenarioSettings'

type Tab = 'plan' | 'scenarios' | 'parameters'

/** What holds for the whole plan: its time, its cash to begin with, its scenarios, and the values set by law. */
export default function PlanSettings({ plan, close }: { plan: Plan; close: () => void }) {
  const t = useText('financingPlan')
  const settings = useText('planSettings')
  const [tab, setTab] = useState<Tab>('plan')
  return (
    <Dialog
      title={settings('title')}
      isOpen
      size="large"
      onOpenChange={(isOpen) => !isOpen && close()}
      footer={
        <Button variant="primary" onPress={close}>
          {t('details.close')}
        </Button>
      }
    >
      <Tabs
        label={settings('title')}
        selected={tab}
        onChange={setTab}
        tabs={[
          { id: 'plan', label: settings('plan'), content: <PeriodSettings plan={plan} /> },
          { id: 'scenarios', label: settings('scenarios'), content: <ScenarioSettings plan={plan} /> },
          { id: 'parameters', label: settings('parameters'), content: <ParameterSettings plan={plan} /> },
        ]}
      />
    </Dialog>
  )
}
