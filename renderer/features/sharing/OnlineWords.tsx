import type { OnlineSession } from '../../../shared/relay/online'
import { useText } from '../../ui/language'
import { shortWordsFor } from './onlineWordsFor'
import css from './online.module.css'

/** How a workshop that is shared online stands, in a few words beside the button. */
export function OnlineWords({ shared }: { shared: OnlineSession | null | undefined }) {
  const t = useText('online')
  if (!shared) return null
  return (
    <span role="status" className={css.words} data-online={shared.state.kind}>
      {shortWordsFor(shared, t)}
    </span>
  )
}
