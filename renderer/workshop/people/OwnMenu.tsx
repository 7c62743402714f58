import { Ellipsis, Handshake, Pencil } from 'lucide-react'
import { useState } from 'react'
import type { Answer } from '../../document/askRelay'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem } from '../../ui/Menu'
import { RenameDialog } from '../../ui/RenameDialog'
import type { Person } from './gatherPeople'
import type { PersonActions } from './usePersonActions'

export interface OwnMenuProps {
  person: Person
  actions: PersonActions
  /** Takes the lead without asking anybody, where this computer keeps the workshop. */
  takeLead: (() => Promise<Answer<null>>) | null
}

/** What everybody can do with themselves. */
export function OwnMenu({ person, actions, takeLead }: OwnMenuProps) {
  const t = useText('people')
  const [isRenaming, setRenaming] = useState(false)
  return (
    <>
      <Menu
        placement="bottom end"
        trigger={<IconButton size="small" label={t('ownMenu')} icon={<Ellipsis size={18} />} />}
      >
        <MenuItem icon={<Pencil />} onAction={() => setRenaming(true)}>
          {t('rename.own')}
        </MenuItem>
        {takeLead && person.role === 'coFacilitator' && (
          <MenuItem
            icon={<Handshake />}
            description={t('takeOver.help')}
            onAction={() => actions.takeOver(takeLead)}
          >
            {t('takeOver.back')}
          </MenuItem>
        )}
      </Menu>
      {isRenaming && (
        <RenameDialog
          title={t('rename.own')}
          label={t('rename.label')}
          name={person.name}
          isOpen
          onOpenChange={setRenaming}
          onRename={(name) => actions.rename(person, name)}
        />
      )}
    </>
  )
}
