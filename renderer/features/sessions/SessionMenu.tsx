import { Archive, ArchiveRestore, Copy, Download, Ellipsis, Pencil, Trash2, Undo2 } from 'lucide-react'
import type { SessionSummary } from '../../../shared/relay/library'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu'
import { shelfOf } from './findSessions'
import type { SessionActions } from './useSessionActions'

export interface SessionMenuProps {
  session: SessionSummary
  actions: SessionActions
  onRename: () => void
  onDeleteForGood: () => void
}

export function SessionMenu({ session, actions, onRename, onDeleteForGood }: SessionMenuProps) {
  const t = useText('home')
  const shelf = shelfOf(session)
  return (
    <Menu
      placement="bottom end"
      trigger={
        <IconButton label={t('card.menu', { title: session.title || t('untitled') })} icon={<Ellipsis />} />
      }
    >
      {shelf === 'bin' ? (
        <>
          <MenuItem icon={<Undo2 />} onAction={() => actions.putBack(session)}>
            {t('action.putBack')}
          </MenuItem>
          <MenuItem icon={<Trash2 />} isDanger onAction={onDeleteForGood}>
            {t('action.deleteForGood')}
          </MenuItem>
        </>
      ) : (
        <>
          <MenuItem icon={<Pencil />} onAction={onRename}>
            {t('action.rename')}
          </MenuItem>
          <MenuItem icon={<Copy />} onAction={() => actions.duplicate(session)}>
            {t('action.duplicate')}
          </MenuItem>
          <MenuItem icon={<Download />} onAction={() => actions.saveCopy(session)}>
            {t('action.saveCopy')}
          </MenuItem>
          {shelf === 'archived' ? (
            <MenuItem icon={<ArchiveRestore />} onAction={() => actions.archive(session, false)}>
              {t('action.unarchive')}
            </MenuItem>
          ) : (
            <MenuItem icon={<Archive />} onAction={() => actions.archive(session, true)}>
              {t('action.archive')}
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} isDanger onAction={() => actions.putInBin(session)}>
            {t('action.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
