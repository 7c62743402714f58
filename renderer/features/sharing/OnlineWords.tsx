import type { OnlineSession } from '../../../shared/relay/online'
import { useText } from '../../ui/language'
import { wordsFor } from './onlineWordsFor'
import css from './online.module.css'

/** How a workshop that is shared online stands, in words, always in view. */
export function OnlineWords({ shared }: { shared: OnlineSession | null | undefined }) {
  const t = useText('online')
  if (!shared) return null
  return (
    <span role="status" className={css.words} data-online={shared.state.kind}>
      {wordsFor(shared, t)}
    </span>
  )
}
