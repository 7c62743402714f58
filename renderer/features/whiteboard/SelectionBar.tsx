import {
  ArrowDownToLine,
  ArrowUpToLine,
  Copy,
  Ellipsis,
  Group as GroupIcon,
  Lock,
  Trash2,
  Ungroup,
} from 'lucide-react'
import { Toolbar } from 'react-aria-components/Toolbar'
import {
  DefaultColorStyle,
  DefaultFillStyle,
  DefaultSizeStyle,
  useEditor,
  useRelevantStyles,
  useValue,
  type TLGroupShape,
} from 'tldraw'
import type { Page } from '../../../shared/document/control'
import type { Session } from '../../document/session'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem } from '../../ui/Menu'
import { partsOf } from '../../ui/shortcuts'
import { ColorChoice } from './ColorChoice'
import { FillChoice } from './FillChoice'
import { NoteColors } from './NoteColors'
import { SendToCanvas } from './SendToCanvas'
import { SizeChoice } from './SizeChoice'
import css from './chrome.module.css'

export interface SelectionBarProps {
  session: Session
  page: Page
  pages: readonly Page[]
  goTo: (pageId: string, id?: string) => void
  isNarrow: boolean
}

/** What can be done with what is selected, and how the next thing will look. */
export function SelectionBar(props: SelectionBarProps) {
  const { isNarrow } = props
  const t = useText('whiteboard')
  const editor = useEditor()
  const styles = useRelevantStyles()
  const selected = useValue(
    'selected',
    () => {
      if (
        !editor.isIn('select') ||
        editor.isInAny('select.translating', 'select.resizing', 'select.brushing')
      )
        return { count: 0, areNotes: false, isGroup: false, notes: [] as string[] }
      const shapes = editor.getSelectedShapes()
      return {
        count: shapes.length,
        areNotes: shapes.length > 0 && shapes.every(({ type }) => type === 'note'),
        isGroup: shapes.some((shape): shape is TLGroupShape => shape.type === 'group'),
        notes: shapes.filter(({ type }) => type === 'note').map(({ id }) => id as string),
      }
    },
    [editor],
  )
  const tool = useValue('tool', () => editor.getCurrentToolId(), [editor])
  const isDrawing = ['note', 'text', 'draw', 'arrow', 'geo', 'line', 'highlight'].includes(tool)
  if (selected.count === 0 && !isDrawing) return null
  const color = styles?.get(DefaultColorStyle)
  const size = styles?.get(DefaultSizeStyle)
  const fill = styles?.get(DefaultFillStyle)
  const areNotes = selected.count > 0 ? selected.areNotes : tool === 'note'

  return (
    <Toolbar className={css.selection!} aria-label={t('selection')}>
      {areNotes && <NoteColors isNarrow={isNarrow} selected={selected.count > 0 ? (color ?? null) : null} />}
      {color && !areNotes && <ColorChoice color={color} />}
      {size && !areNotes && <SizeChoice size={size} />}
      {fill && !areNotes && <FillChoice fill={fill} />}
      {selected.notes.length > 0 && <SendToCanvas ids={selected.notes} {...props} />}
      {selected.count > 0 && (
        <>
          <IconButton
            label={t('duplicate')}
            keys={partsOf('Mod+D').join('+')}
            icon={<Copy />}
            onPress={() => {
              editor.markHistoryStoppingPoint('duplicate')
              editor.duplicateShapes(editor.getSelectedShapeIds(), { x: 24, y: 24 })
            }}
          />
          <IconButton
            label={t('delete')}
            keys="Delete"
            icon={<Trash2 />}
            onPress={() => {
              editor.markHistoryStoppingPoint('delete')
              editor.deleteShapes(editor.getSelectedShapeIds())
              editor.focus()
            }}
          />
          <Menu
            placement="top end"
            trigger={<IconButton label={t('moreForSelection')} icon={<Ellipsis />} />}
          >
            <MenuItem
              icon={<ArrowUpToLine />}
              keys="]"
              onAction={() => change('front', () => editor.bringToFront(editor.getSelectedShapeIds()))}
            >
              {t('toFront')}
            </MenuItem>
            <MenuItem
              icon={<ArrowDownToLine />}
              keys="["
              onAction={() => change('back', () => editor.sendToBack(editor.getSelectedShapeIds()))}
            >
              {t('toBack')}
            </MenuItem>
            <MenuItem
              icon={<GroupIcon />}
              isDisabled={selected.count < 2}
              onAction={() => change('group', () => editor.groupShapes(editor.getSelectedShapeIds()))}
            >
              {t('group')}
            </MenuItem>
            <MenuItem
              icon={<Ungroup />}
              isDisabled={!selected.isGroup}
              onAction={() => change('ungroup', () => editor.ungroupShapes(editor.getSelectedShapeIds()))}
            >
              {t('ungroup')}
            </MenuItem>
            <MenuItem
              icon={<Lock />}
              onAction={() => change('lock', () => editor.toggleLock(editor.getSelectedShapeIds()))}
            >
              {t('lock')}
            </MenuItem>
          </Menu>
        </>
      )}
    </Toolbar>
  )

  function change(name: string, run: () => void) {
    editor.markHistoryStoppingPoint(name)
    run()
  }
}
