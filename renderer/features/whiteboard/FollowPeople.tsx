import { Eye } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import type { Room } from '../../document/session'
import { Avatar } from '../../ui/Avatar'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem, MenuSection } from '../../ui/Menu'
import { userIdOf } from './boardPresence'
import { useOthers } from './useOthers'
import css from './chrome.module.css'

/** Who else is on this board, and going along with what one of them looks at. */
export function FollowPeople({ room, isNarrow }: { room: Room; isNarrow: boolean }) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const others = useOthers(room)
  const followed = useValue('followed', () => editor.getInstanceState().followingUserId, [editor])
  const leader = others.find(({ clientId }) => userIdOf(clientId) === followed)
  if (leader)
    return (
      <div className={css.pill} role="status">
        <Eye className={css.eye} aria-hidden="true" />
        <span className={css.following}>
          {t('follow.following', { name: leader.name || t('follow.nameless') })}
        </span>
        <Button size="small" onPress={() => editor.stopFollowingUser()}>
          {t('follow.stop')}
        </Button>
      </div>
    )
  if (others.length === 0) return null
  return (
    <div className={css.pill}>
      <Menu
        placement="bottom"
        trigger={
          isNarrow ? (
            <IconButton label={t('follow.open', { count: others.length })} icon={<Eye />} />
          ) : (
            <Button variant="quiet" icon={<Eye />} aria-label={t('follow.open', { count: others.length })}>
              {t('follow.short')}
            </Button>
          )
        }
      >
        <MenuSection title={t('follow.title')}>
          {others.map(({ clientId, name, color }) => (
            <MenuItem
              key={clientId}
              icon={<Avatar name={name} color={color} />}
              onAction={() => editor.startFollowingUser(userIdOf(clientId))}
            >
              {name || t('follow.nameless')}
            </MenuItem>
          ))}
        </MenuSection>
      </Menu>
    </div>
  )
}
