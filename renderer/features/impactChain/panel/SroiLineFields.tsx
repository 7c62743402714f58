import { Trash2 } from 'lucide-react'
import type { SroiLine } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { useChain, useChainData } from '../chainContext'
import { NumberField } from '../fields/NumberField'
import { SharedField } from '../fields/SharedField'
import { useNames } from '../useNames'
import { useNumbers } from '../useNumbers'
import css from './panel.module.css'

const shares = ['deadweightBp', 'displacementBp', 'attributionBp', 'dropOffBp'] as const

/** One valued outcome: how many, what each is worth and why, and what is taken off. */
export function SroiLineFields({ line }: { line: SroiLine }) {
  const t = useText('impactChain')
  const names = useNames()
  const numbers = useNumbers()
  const { actions, canWrite } = useChain()
  const { elements } = useChainData()
  const outcomes = elements.filter(({ type }) => type === 'outcome')
  const set = (values: Record<string, number | string>) => actions.set('sroiLines', line.id, values)
  return (
    <li className={css.item}>
      <Select
        label={t('sroi.outcome')}
        value={line.outcome}
        isDisabled={!canWrite}
        onChange={(outcome) => set({ outcome })}
        choices={outcomes.map((each) => ({ id: each.id, label: names.element(each) }))}
      />
      <div className={css.pair}>
        <NumberField
          label={t('sroi.quantity')}
          written={line.quantity === 0 ? '' : numbers.write(line.quantity)}
          read={numbers.readWhole}
          from={0}
          isReadOnly={!canWrite}
          onChange={(value) => set({ quantity: value ?? 0 })}
        />
        <NumberField
          label={t('sroi.years')}
          written={numbers.write(line.years)}
          read={numbers.readWhole}
          from={1}
          to={100}
          isReadOnly={!canWrite}
          onChange={(value) => set({ years: value ?? 1 })}
        />
      </div>
      <NumberField
        label={t('sroi.proxy')}
        description={t('sroi.proxyHelp')}
        written={line.proxySekOre === 0 ? '' : numbers.writeAmount(line.proxySekOre)}
        read={numbers.readAmount}
        isReadOnly={!canWrite}
        onChange={(value) => set({ proxySekOre: value ?? 0 })}
      />
      <SharedField
        table="sroiLines"
        id={line.id}
        textKey="proxySource"
        label={t('sroi.proxySource')}
        description={t('sroi.proxySourceHelp')}
      />
      {shares.map((key) => (
        <NumberField
          key={key}
          label={t(`sroi.${key}`)}
          description={t(`sroi.${key}Help`)}
          written={numbers.writeShare(line[key])}
          read={numbers.readShare}
          from={0}
          to={10_000}
          isReadOnly={!canWrite}
          onChange={(value) => set({ [key]: value ?? 0 })}
        />
      ))}
      {canWrite && (
        <Button
          variant="danger"
          size="small"
          icon={<Trash2 />}
          className={css.start!}
          onPress={() => actions.remove('sroiLines', line.id, 'sroiLine')}
        >
          {t('sroi.delete')}
        </Button>
      )}
    </li>
  )
}
