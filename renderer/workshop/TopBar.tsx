import { PanelLeft, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SaveState } from '../document/session'
import { AvatarRow } from './AvatarRow'
import { IconButton } from '../ui/IconButton'
import { useText } from '../ui/language'
import { SaveWords } from './SaveWords'
import { SessionTitle } from './SessionTitle'
import type { Side } from './useSides'
import type { Here } from './whoIsHere'
import css from './topBar.module.css'

export interface TopBarProps {
  title: string
  /** Changes the title; null for those who may not. */
  rename: ((title: string) => void) | null
  state: SaveState
  people: readonly Here[]
  roominess: 'phone' | 'tablet' | 'wide'
  sides: Record<Side, boolean>
  showSide: (side: Side, isOpen: boolean) => void
  /** The way out: home or leave. */
  wayOut: ReactNode
  actions: ReactNode
}

export function TopBar({
  title,
  rename,
  state,
  people,
  roominess,
  sides,
  showSide,
  wayOut,
  actions,
}: TopBarProps) {
  const t = useText('workshop')
  const isPhone = roominess === 'phone'
  return (
    <header className={css.bar}>
      {wayOut}
      {!isPhone && (
        <IconButton
          label={t(sides.pages ? 'pages.hide' : 'pages.show')}
          icon={<PanelLeft className={css.mirrored} />}
          onPress={() => showSide('pages', !sides.pages)}
          aria-expanded={sides.pages}
        />
      )}
      <div className={css.name}>
        <SessionTitle title={title} rename={rename} />
        <SaveWords state={state} />
      </div>
      {!isPhone && (
        <div className={css.end}>
          <button
            type="button"
            className={css.people}
            aria-expanded={sides.people}
            aria-label={t('people.button', { count: people.length })}
            onClick={() => showSide('people', !sides.people)}
          >
            {roominess === 'wide' ? <AvatarRow people={people} /> : <Users size={20} aria-hidden="true" />}
            <span>{people.length}</span>
          </button>
          {actions}
        </div>
      )}
    </header>
  )
}
