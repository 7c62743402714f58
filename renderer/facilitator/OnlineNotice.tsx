import { CloudAlert } from 'lucide-react'
import { useState } from 'react'
import type { OnlineSession } from '../../shared/relay/online'
import { isOutOfOrder, wordsFor } from '../features/sharing/onlineWordsFor'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import { Notice } from '../workshop/Notice'

/** The whole sentence above the page while sharing online is not as usual; what is over for good can be put away. */
export function OnlineNotice({ shared }: { shared: OnlineSession | null | undefined }) {
  const t = useText('online')
  const [isRead, setRead] = useState(false)
  if (!shared || !isOutOfOrder(shared)) return null
  const isOver = shared.state.kind === 'ended'
  if (isOver && isRead) return null
  return (
    <Notice icon={<CloudAlert />}>
      {wordsFor(shared, t)}
      {isOver && (
        <Button size="small" onPress={() => setRead(true)}>
          {t('read')}
        </Button>
      )}
    </Notice>
  )
}
