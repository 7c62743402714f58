import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { DefaultColorStyle, useEditor, type SharedStyle } from 'tldraw'
import { noteColors, type NoteColor } from '../../../shared/document/noteLook'
import { useText } from '../../ui/language'
import { NoteSymbol } from '../../ui/NoteSymbol'
import { Tooltip } from '../../ui/Tooltip'
import { applyStyle } from './applyStyle'
import { boardColorOf, noteColorOf } from './noteColors'
import css from './chrome.module.css'

/** The six colours of notes, each with its symbol. */
export function NoteColors({ color }: { color: SharedStyle<string> }) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const chosen = color.type === 'shared' ? (noteColorOf(color.value) ?? null) : null
  return (
    <RadioGroup
      className={css.colors!}
      aria-label={t('noteColor')}
      orientation="horizontal"
      value={chosen}
      onChange={(next) => applyStyle(editor, DefaultColorStyle, boardColorOf[next as NoteColor])}
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
}
