import {
  ArrowDown,
  ArrowRight,
  ArrowUp,
  CircleDashed,
  CornerUpLeft,
  Ellipsis,
  MessageSquareQuote,
  Palette,
  Pencil,
  Trash2,
} from 'lucide-react'
import { kindOfNote } from '../../../shared/links/content'
import { blocksOf } from '../../../shared/businessModel/layouts'
import { noteStates, type BusinessModelNote } from '../../../shared/document/businessModel'
import { noteColors } from '../../../shared/document/noteLook'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { useOnScreen } from '../../ui/onScreen'
import { LinkMenuItem } from '../../ui/links/LinkMenuItem'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu'
import { NoteSymbol } from '../../ui/NoteSymbol'
import { SubMenu } from '../../ui/SubMenu'
import { toast } from '../../ui/toast'
import { useCanvas } from './canvasContext'
import { StateMark } from './StateMark'
import css from './note.module.css'

interface NoteMenuProps {
  note: BusinessModelNote
  isFirst: boolean
  isLast: boolean
}

/** Everything that can be done with one note; every drag has its equal here. */
export function NoteMenu({ note, isFirst, isLast }: NoteMenuProps) {
  const isOnScreen = useOnScreen()
  const t = useText('businessModel')
  const { layout, actions, canWrite, startEditing, showDetails, pages, goTo } = useCanvas()
  const name = note.text.trim().slice(0, 60) || t('note.empty')
  const kind = kindOfNote(note.block)
  const source = note.source && pages.find((page) => page.id === note.source?.page)
  if (isOnScreen) return null
  return (
    <Menu
      label={t('note.menu', { note: name })}
      trigger={
        <IconButton
          label={t('note.menu', { note: name })}
          icon={<Ellipsis />}
          size="small"
          className={css.more!}
        />
      }
    >
      {canWrite && (
        <>
          <MenuItem icon={<Pencil />} keys="Enter" onAction={() => startEditing(note.id)}>
            {t('note.edit')}
          </MenuItem>
          <SubMenu title={t('note.color')} icon={<Palette />}>
            {noteColors.map((color) => (
              <MenuItem
                key={color}
                icon={<NoteSymbol color={color} />}
                isChosen={color === note.color}
                onAction={() => actions.change(note.id, { color })}
              >
                {t(`color.${color}`)}
              </MenuItem>
            ))}
          </SubMenu>
          <SubMenu title={t('note.state')} icon={<CircleDashed />}>
            {noteStates.map((state) => (
              <MenuItem
                key={state}
                icon={<StateMark state={state} />}
                isChosen={state === note.state}
                onAction={() => actions.change(note.id, { state })}
              >
                {t(`state.${state}`)}
              </MenuItem>
            ))}
          </SubMenu>
          <SubMenu title={t('note.move')} icon={<ArrowRight className={css.onward} />}>
            {blocksOf(layout)
              .filter((block) => block !== note.block)
              .map((block) => (
                <MenuItem
                  key={block}
                  onAction={() => {
                    actions.move(note.id, block, null)
                    toast({ text: t('toast.moved', { block: t(`block.${block}.title`) }) })
                  }}
                >
                  {t(`block.${block}.title`)}
                </MenuItem>
              ))}
          </SubMenu>
          <MenuItem
            icon={<ArrowUp />}
            keys="Alt ↑"
            isDisabled={isFirst}
            onAction={() => actions.step(note.id, -1)}
          >
            {t('note.moveUp')}
          </MenuItem>
          <MenuItem
            icon={<ArrowDown />}
            keys="Alt ↓"
            isDisabled={isLast}
            onAction={() => actions.step(note.id, 1)}
          >
            {t('note.moveDown')}
          </MenuItem>
        </>
      )}
      <MenuItem icon={<MessageSquareQuote />} onAction={() => showDetails(note.id)}>
        {t('note.details')}
      </MenuItem>
      <LinkMenuItem thing={kind && { id: note.id, kind, title: note.text }} />
      {source && note.source && (
        <MenuItem icon={<CornerUpLeft />} onAction={() => goTo(source.id, note.source?.id)}>
          {t('note.goToSource', { page: source.title })}
        </MenuItem>
      )}
      {canWrite && (
        <>
          <MenuSeparator />
          <MenuItem icon={<Trash2 />} keys="Delete" isDanger onAction={() => actions.remove(note.id)}>
            {t('note.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
