import { CircleCheck, CirclePause, CloudOff, LoaderCircle, TriangleAlert } from 'lucide-react'
import type { SaveState } from '../document/session'
import { useText } from '../ui/language'
import css from './saveWords.module.css'

const icons = {
  opening: LoaderCircle,
  saved: CircleCheck,
  saving: LoaderCircle,
  offline: CloudOff,
  held: CirclePause,
  refused: TriangleAlert,
}

/** Whether everything is saved, in words. */
export function SaveWords({ state }: { state: SaveState }) {
  const t = useText('workshop')
  const Icon = icons[state.kind]
  return (
    <span className={css.state} data-state={state.kind}>
      <Icon size={18} aria-hidden="true" />
      {t(`save.${state.kind}`)}
    </span>
  )
}
