import { useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { DefaultColorStyle, getDefaultColorTheme, useEditor, useValue, type SharedStyle } from 'tldraw'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Popover } from '../../ui/Popover'
import { applyStyle } from './applyStyle'
import css from './chrome.module.css'

const colors = ['black', 'grey', 'blue', 'green', 'yellow', 'orange', 'red', 'violet'] as const

/** The colour of lines, text and shapes. */
export function ColorChoice({ color }: { color: SharedStyle<string> }) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const [isOpen, setOpen] = useState(false)
  const isDarkMode = useValue('dark', () => editor.user.getIsDarkMode(), [editor])
  const theme = getDefaultColorTheme({ isDarkMode })
  const chosen = colors.find((each) => color.type === 'shared' && each === color.value) ?? null
  const swatch = (each: (typeof colors)[number]) => (
    <span className={css.swatch} style={{ background: theme[each].solid }} />
  )
  const label = chosen ? t('colorIs', { color: t(`color.${chosen}`) }) : t('color.title')
  return (
    <Popover
      label={t('color.title')}
      placement="top"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton label={label} icon={chosen ? swatch(chosen) : <span className={css.mixed} />} />}
    >
      <RadioGroup
        className={css.swatches!}
        aria-label={t('color.title')}
        value={chosen}
        onChange={(next) => applyStyle(editor, DefaultColorStyle, next as (typeof colors)[number])}
      >
        {colors.map((each) => (
          <Radio key={each} value={each} className={css.swatchChoice!}>
            {swatch(each)}
            {t(`color.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
    </Popover>
  )
}
