import { CircleMinus } from 'lucide-react'
import { useText } from '../../ui/language'
import css from './negativeWord.module.css'

/** Says that an effect is negative or not intended. */
export function NegativeWord() {
  const t = useText('impactChain')
  return (
    <span className={css.word}>
      <CircleMinus aria-hidden="true" />
      {t('element.negativeWord')}
    </span>
  )
}
