import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { DefaultColorStyle, useEditor, useValue, type SharedStyle } from 'tldraw'
import { noteColors, type NoteColor } from '../../../shared/document/noteLook'
import { useText } from '../../ui/language'
import { IconButton } from '../../ui/IconButton'
import { Popover } from '../../ui/Popover'
import { NoteSymbol } from '../../ui/NoteSymbol'
import { Tooltip } from '../../ui/Tooltip'
import { nextNoteColor } from './nextNoteColor'
import { boardColorOf, noteColorOf } from './noteColors'
import css from './chrome.module.css'

export interface NoteColorsProps {
  /** What the selected notes have; null for the next note. */
  selected: SharedStyle<string> | null
  /** Behind one button. */
  isNarrow: boolean
}

/** The six colours of notes, each with its symbol: for those that are selected, or for the next one. */
export function NoteColors({ selected, isNarrow }: NoteColorsProps) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const next = useValue('next note color', () => nextNoteColor(editor).get(), [editor])
  const chosen = !selected ? next : selected.type === 'shared' ? (noteColorOf(selected.value) ?? null) : null
  const choose = (color: NoteColor) => {
    nextNoteColor(editor).set(color)
    if (!selected) return
    editor.markHistoryStoppingPoint('change note color')
    editor.setStyleForSelectedShapes(DefaultColorStyle, boardColorOf[color])
  }
  const palette = (
    <RadioGroup
      className={css.colors!}
      aria-label={t('noteColor')}
      orientation="horizontal"
      value={chosen}
      onChange={(color) => choose(color as NoteColor)}
    >
      {noteColors.map((each) => (
        <Tooltip key={each} text={t(`color.${each}`)}>
          <Radio
            value={each}
            aria-label={t(`color.${each}`)}
            className={css.noteColor!}
            style={{ background: `var(--note-${each})` }}
          >
            <NoteSymbol color={each} />
          </Radio>
        </Tooltip>
      ))}
    </RadioGroup>
  )
  if (!isNarrow) return palette
  const label = chosen ? t('colorIs', { color: t(`color.${chosen}`) }) : t('noteColor')
  return (
    <Popover
      label={t('noteColor')}
      placement="top"
      trigger={
        <IconButton
          label={label}
          icon={chosen ? <NoteSymbol color={chosen} /> : <span className={css.mixed} />}
        />
      }
    >
      {palette}
    </Popover>
  )
}
