import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { ChainElement } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { useText } from '../../../ui/language'
import { useChain, useChainData } from '../chainContext'
import { IndicatorItem } from './IndicatorItem'
import css from './panel.module.css'

/** What tells whether an element comes true. One indicator at a time is open. */
export function IndicatorList({ element, shown }: { element: ChainElement; shown: string | undefined }) {
  const t = useText('impactChain')
  const { actions, canWrite } = useChain()
  const indicators = useChainData().indicatorsOf(element.id)
  const [open, setOpen] = useState<string | null>(shown ?? null)
  const [seen, setSeen] = useState(shown)
  const [added, setAdded] = useState<string | null>(null)
  if (seen !== shown) {
    setSeen(shown)
    setOpen(shown ?? open)
  }
  return (
    <section className={css.part}>
      <h3 className={css.partHead}>{t('indicator.title')}</h3>
      {indicators.length === 0 && <p className={css.quiet}>{t('indicator.none')}</p>}
      <ul className={css.list}>
        {indicators.map((indicator) => (
          <IndicatorItem
            key={indicator.id}
            indicator={indicator}
            isOpen={open === indicator.id}
            isNew={added === indicator.id}
            isShown={shown === indicator.id}
            setOpen={(isOpen) => setOpen(isOpen ? indicator.id : null)}
          />
        ))}
      </ul>
      {canWrite && (
        <Button
          size="small"
          icon={<Plus />}
          className={css.start!}
          onPress={() => {
            const id = actions.addIndicator(element.id)
            setAdded(id)
            setOpen(id)
          }}
        >
          {t('indicator.add')}
        </Button>
      )}
    </section>
  )
}
