import { Plus } from 'lucide-react'
import { Button } from '../../../ui/Button'
import { useText } from '../../../ui/language'
import { Switch } from '../../../ui/Switch'
import { useChain, useChainData } from '../chainContext'
import { NumberField } from '../fields/NumberField'
import { useNumbers } from '../useNumbers'
import { SroiLineFields } from './SroiLineFields'
import { SroiFigures } from './SroiFigures'
import css from './panel.module.css'

/** The optional social return on investment, with all that it rests on in the open. */
export default function SroiPanel() {
  const t = useText('impactChain')
  const numbers = useNumbers()
  const { actions, canWrite } = useChain()
  const { facts, sroiLines } = useChainData()
  return (
    <>
      <p>{t('sroi.explain')}</p>
      <Switch
        isSelected={facts.sroiOn}
        isReadOnly={!canWrite}
        onChange={(sroiOn) => actions.setFacts({ sroiOn })}
        description={t('sroi.onHelp')}
      >
        {t('sroi.on')}
      </Switch>
      {facts.sroiOn && (
        <>
          <SroiFigures />
          <section className={css.part}>
            <h3 className={css.partHead}>{t('sroi.lines')}</h3>
            <ul className={css.list}>
              {sroiLines.map((line) => (
                <SroiLineFields key={line.id} line={line} />
              ))}
            </ul>
            {canWrite && (
              <Button
                size="small"
                icon={<Plus />}
                className={css.start!}
                onPress={() => void actions.add('sroiLines', { years: 1 })}
              >
                {t('sroi.add')}
              </Button>
            )}
          </section>
          <section className={css.part}>
            <h3 className={css.partHead}>{t('sroi.common')}</h3>
            <NumberField
              label={t('sroi.valueOfInputs')}
              description={t('sroi.valueOfInputsHelp')}
              written={facts.valueOfInputs === 0 ? '' : numbers.writeAmount(facts.valueOfInputs)}
              read={numbers.readAmount}
              from={0}
              isReadOnly={!canWrite}
              onChange={(value) => actions.setFacts({ valueOfInputs: value ?? 0 })}
            />
            <NumberField
              label={t('sroi.discountRate')}
              description={t('sroi.discountRateHelp')}
              written={numbers.writeShare(facts.discountRateBp)}
              read={numbers.readShare}
              from={0}
              to={10_000}
              isReadOnly={!canWrite}
              onChange={(value) => actions.setFacts({ discountRateBp: value ?? 0 })}
            />
          </section>
        </>
      )}
    </>
  )
}
