import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import type { SessionSummary } from '../../../shared/relay/library'
import { useText } from '../../ui/language'
import { shelfOf, shelves, type ShelfName } from './findSessions'
import css from './shelfChoice.module.css'

export interface ShelfChoiceProps {
  sessions: readonly SessionSummary[]
  value: ShelfName
  onChange: (shelf: ShelfName) => void
}

/** In use, archived or in the bin, with how many stand there. */
export function ShelfChoice({ sessions, value, onChange }: ShelfChoiceProps) {
  const t = useText('home')
  return (
    <ToggleButtonGroup
      aria-label={t('shelf.label')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys
        if (key !== undefined) onChange(key as ShelfName)
      }}
      className={css.shelves!}
    >
      {shelves.map((shelf) => (
        <ToggleButton key={shelf} id={shelf} className={css.shelf!}>
          {t(`shelf.${shelf}`)}
          <span className={css.count}>{sessions.filter((session) => shelfOf(session) === shelf).length}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
