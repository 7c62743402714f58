import { BookOpen, Plus } from 'lucide-react'
import { memo, useState } from 'react'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { RadioGroup } from '../../ui/RadioGroup'
import { useChain, useChainData } from './chainContext'
import css from './emptyHint.module.css'

/** The first minute: what this is, a question to start from, and an example to look at. */
export const EmptyHint = memo(function EmptyHint({ showExample }: { showExample: () => void }) {
  const t = useText('impactChain')
  const { actions, open } = useChain()
  const { need } = useChainData()
  const [reading, setReading] = useState<'plain' | 'easy'>('plain')
  const hasNeed = need.trim() !== ''
  return (
    <section className={css.hint} aria-label={t('empty.title')}>
      <p className={css.sentence}>{reading === 'easy' ? t('empty.easy') : t('empty.plain')}</p>
      <ol className={css.questions}>
        {['1', '2', '3', '4'].map((number) => (
          <li key={number}>
            {reading === 'easy' ? t(`empty.easyQuestions.${number}`) : t(`empty.questions.${number}`)}
          </li>
        ))}
      </ol>
      <div className={css.ways}>
        <Button
          variant="primary"
          icon={<Plus />}
          onPress={() => {
            if (!hasNeed) return open({ kind: 'about' })
            const id = actions.addElement('impact')
            if (id) open({ kind: 'element', id })
          }}
        >
          {hasNeed ? t('empty.startWithImpact') : t('empty.startWithNeed')}
        </Button>
        <Button icon={<BookOpen />} onPress={showExample}>
          {t('empty.example')}
        </Button>
        <RadioGroup
          label={t('help.reading')}
          isLabelHidden
          isRow
          value={reading}
          onChange={setReading}
          choices={[
            { id: 'plain', label: t('help.plain') },
            { id: 'easy', label: t('help.easy') },
          ]}
        />
      </div>
    </section>
  )
})
