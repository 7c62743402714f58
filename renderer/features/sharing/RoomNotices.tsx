import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import type { DoorwayState } from './useDoorway'
import css from './roomAddress.module.css'

/** The last move that the facilitator has heard of; it outlives the dialog. */
let heardOf: number | null = null

/** What has happened to the network that guests need to hear about, or the facilitator to mend. */
export function RoomNotices({ doorway }: { doorway: DoorwayState }) {
  const t = useText('doorway')
  const ui = useText('ui')
  const { status, problem } = doorway
  const [seen, setSeen] = useState(heardOf)
  const hasMoved = status !== null && status.movedAt !== null && status.movedAt !== seen
  const isAlone = status?.addresses[0]?.kind === 'loopback'
  return (
    <div role="alert" className={css.notices}>
      {problem && <p className={css.notice}>{ui(`problem.${problem}`)}</p>}
      {isAlone && (
        <p className={css.notice}>
          <TriangleAlert size={22} aria-hidden="true" />
          <span>{t('noNetwork')}</span>
        </p>
      )}
      {hasMoved && !isAlone && (
        <p className={css.notice}>
          <TriangleAlert size={22} aria-hidden="true" />
          <span>{t('moved')}</span>
          <Button
            size="small"
            onPress={() => {
              heardOf = status.movedAt
              setSeen(heardOf)
            }}
          >
            {t('movedHeard')}
          </Button>
        </p>
      )}
    </div>
  )
}
