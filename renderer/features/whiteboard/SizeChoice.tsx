import { ALargeSmall } from 'lucide-react'
import { DefaultSizeStyle, useEditor, type SharedStyle } from 'tldraw'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { Menu, MenuItem } from '../../ui/Menu'
import { applyStyle } from './applyStyle'

const sizes = ['s', 'm', 'l', 'xl'] as const

/** How thick lines and how large text are. */
export function SizeChoice({ size }: { size: SharedStyle<string> }) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const chosen = sizes.find((each) => size.type === 'shared' && each === size.value)
  return (
    <Menu
      placement="top"
      label={t('size.title')}
      trigger={
        <Button variant="quiet" aria-label={t('size.is', { size: chosen ? t(`size.${chosen}`) : '' })}>
          {chosen ? t(`size.short.${chosen}`) : <ALargeSmall aria-hidden="true" />}
        </Button>
      }
    >
      {sizes.map((each) => (
        <MenuItem
          key={each}
          isChosen={each === chosen}
          onAction={() => applyStyle(editor, DefaultSizeStyle, each)}
        >
          {t(`size.${each}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
