import { scenarioNames, setScenario, usualScenarios } from '../../../../shared/document/financingPlan'
import { sourceStatuses } from '../../../../shared/financing/input'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Checkbox'
import { useText } from '../../../ui/language'
import { usePlanPage } from '../planContext'
import type { Plan } from '../usePlan'
import { NumberField } from './NumberField'
import css from '../details/details.module.css'

/** What each scenario counts with: which sources, how many sales, how dear the fixed costs. */
export function ScenarioSettings({ plan }: { plan: Plan }) {
  const t = useText('financingPlan')
  const settings = useText('planSettings')
  const { room, canWrite, actions } = usePlanPage()
  return (
    <div className={css.details}>
      <p>{settings('scenariosHelp')}</p>
      {scenarioNames.map((name) => {
        const scenario = plan.parts.scenarios[name]
        const set = (change: Parameters<typeof setScenario>[2]) =>
          actions.change(() => setScenario(room.doc, name, change))
        return (
          <fieldset key={name} className={css.part}>
            <legend>{t(`scenario.${name}`)}</legend>
            <fieldset className={css.ticks}>
              <legend className={css.label}>{settings('include')}</legend>
              {sourceStatuses.map((status) => (
                <Checkbox
                  key={status}
                  isSelected={scenario.include.includes(status)}
                  isDisabled={!canWrite}
                  onChange={(included) => set({ include: { status, included } })}
                >
                  {t(`status.${status}`)}
                </Checkbox>
              ))}
            </fieldset>
            <div className={css.pair}>
              <NumberField
                label={settings('minProbability')}
                description={settings('minProbabilityHelp')}
                format="count"
                value={scenario.minProbability}
                least={0}
                most={100}
                empty={null}
                onChange={(minProbability) => set({ minProbability })}
              />
              <NumberField
                label={settings('salesFactor')}
                format="basisPoints"
                value={scenario.salesFactorBp}
                least={0}
                onChange={(factor) => factor !== null && set({ salesFactorBp: factor })}
              />
              <NumberField
                label={settings('fixedFactor')}
                format="basisPoints"
                value={scenario.fixedNonPersonnelFactorBp}
                least={0}
                onChange={(factor) => factor !== null && set({ fixedNonPersonnelFactorBp: factor })}
              />
            </div>
            {canWrite && (
              <Button
                size="small"
                onPress={() =>
                  actions.change(() => {
                    const { include, ...factors } = usualScenarios[name]
                    setScenario(room.doc, name, factors)
                    for (const status of sourceStatuses)
                      setScenario(room.doc, name, { include: { status, included: include.includes(status) } })
                  })
                }
              >
                {settings('usualScenario')}
              </Button>
            )}
          </fieldset>
        )
      })}
    </div>
  )
}
