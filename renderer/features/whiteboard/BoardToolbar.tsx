import { Ellipsis, Keyboard, StickyNote } from 'lucide-react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useEditor, useValue } from 'tldraw'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu'
import { alwaysOneStepAway, boardTools, type BoardTool } from './boardTools'
import { insertInMiddle, type InsertedTool } from './insertInMiddle'
import { ShapeTool } from './ShapeTool'
import { ToolButton } from './ToolButton'
import css from './chrome.module.css'

export interface BoardToolbarProps {
  canWrite: boolean
  /** Of the board, in px. */
  width: number
  pickPictures: () => void
}

const inserted: readonly string[] = ['note', 'text', 'geo', 'arrow', 'frame']
/** What a button takes, and what is kept free at each side: below 700 px tldraw's mark is a narrow strip. */
const buttonWidth = { wide: 68, narrow: 48 }
const free = { wide: 124, narrow: 14 }

/** The tools of a board. As many as there is room for; the rest one step away. */
export function BoardToolbar({ canWrite, width, pickPictures }: BoardToolbarProps) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const current = useValue('tool', () => editor.getCurrentToolId(), [editor])
  const keysAreOn = useValue('keys', () => editor.user.getAreKeyboardShortcutsEnabled(), [editor])
  const isWide = width >= 980
  const usable = boardTools.filter(({ looks }) => canWrite || looks)
  const room =
    (width - 2 * (width < 700 ? free.narrow : free.wide)) / (isWide ? buttonWidth.wide : buttonWidth.narrow)
  const most = canWrite ? Math.min(Math.floor(room) - 1, usable.length - alwaysOneStepAway) : usable.length
  const shown = usable.slice(0, Math.max(most, 3))
  const rest = usable.slice(shown.length)

  const choose = ({ id }: BoardTool, byKeyboard = false) => {
    if (id === 'image') return pickPictures()
    if (byKeyboard && inserted.includes(id)) return insertInMiddle(editor, id as InsertedTool)
    editor.setCurrentTool(id)
    editor.focus()
  }

  return (
    <Toolbar className={css.tools!} aria-label={t('tools')}>
      {shown.map((tool) =>
        tool.id === 'geo' ? (
          <ShapeTool key={tool.id} isCurrent={current === 'geo'} hasWords={isWide} />
        ) : (
          <ToolButton
            key={tool.id}
            icon={<tool.icon />}
            label={t(`tool.${tool.id}`)}
            keys={tool.keys}
            hasWords={isWide}
            isCurrent={current === tool.id}
            onPress={(byKeyboard) => choose(tool, byKeyboard)}
          />
        ),
      )}
      {canWrite && (
        <Menu
          placement="top end"
          label={t('moreTools')}
          trigger={<IconButton label={t('moreTools')} icon={<Ellipsis />} size="large" />}
        >
          {rest.map((tool) => (
            <MenuItem
              key={tool.id}
              icon={<tool.icon />}
              keys={tool.keys.replace('Mod', 'Ctrl')}
              isChosen={current === tool.id}
              onAction={() => choose(tool)}
            >
              {t(`tool.${tool.id}`)}
            </MenuItem>
          ))}
          <MenuSeparator />
          <MenuItem
            icon={<StickyNote />}
            keys="Shift+N"
            onAction={() => setTimeout(() => insertInMiddle(editor, 'note'))}
          >
            {t('keys.newNote')}
          </MenuItem>
          <MenuItem
            icon={<Keyboard />}
            description={t('singleKeys.description')}
            isChosen={keysAreOn}
            onAction={() => editor.user.updateUserPreferences({ areKeyboardShortcutsEnabled: !keysAreOn })}
          >
            {t('singleKeys.title')}
          </MenuItem>
        </Menu>
      )}
    </Toolbar>
  )
}
