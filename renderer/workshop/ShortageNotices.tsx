import { Gauge } from 'lucide-react'
import { useState } from 'react'
import type { Shortage } from '../../shared/relay/messages'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import { Notice } from './Notice'

/** What was read once is not said again while this page is open. */
const read = new Set<Shortage>()

/** Says what a workshop has little left of, before it is full: to who leads what to do, to the others that all is well. */
export default function ShortageNotices(props: { shortages: readonly Shortage[]; leads: boolean }) {
  const t = useText('shortages')
  const [, again] = useState(0)
  const unread = props.shortages.filter((what) => !read.has(what))
  return unread.map((what) => (
    <Notice key={what} icon={<Gauge />}>
      {t(`${props.leads ? 'leads' : 'joins'}.${what}`)}
      <Button
        size="small"
        onPress={() => {
          read.add(what)
          again((times) => times + 1)
        }}
      >
        {t('read')}
      </Button>
    </Notice>
  ))
}
