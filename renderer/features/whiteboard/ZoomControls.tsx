import { Minus, Plus, ScanSearch } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useLanguage, useText } from '../../ui/language'
import { Menu, MenuItem } from '../../ui/Menu'
import { formatterOf } from './percent'
import css from './chrome.module.css'

const glide = { duration: 150 }

/** Nearer, farther, all of it. On a narrow board one button that opens the choice. */
export function ZoomControls({ isNarrow }: { isNarrow: boolean }) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const language = useLanguage()
  const zoom = useValue('zoom', () => Math.round(editor.getZoomLevel() * 100), [editor])
  const hasSelection = useValue('has selection', () => editor.getSelectedShapeIds().length > 0, [editor])
  const hasShapes = useValue('has shapes', () => editor.getCurrentPageShapeIds().size > 0, [editor])
  const level = formatterOf(language).format(zoom / 100)
  const nearer = () => editor.zoomIn(undefined, { animation: glide })
  const farther = () => editor.zoomOut(undefined, { animation: glide })

  const menu = (
    <Menu
      placement="bottom end"
      trigger={
        isNarrow ? (
          <IconButton label={t('zoom.label', { level })} icon={<ScanSearch />} />
        ) : (
          <Button variant="quiet" aria-label={t('zoom.label', { level })} className={css.level!}>
            {level}
          </Button>
        )
      }
    >
      <MenuItem
        keys="Shift+1"
        isDisabled={!hasShapes}
        onAction={() => editor.zoomToFit({ animation: glide })}
      >
        {t('zoom.all')}
      </MenuItem>
      <MenuItem
        keys="Shift+2"
        isDisabled={!hasSelection}
        onAction={() => editor.zoomToSelection({ animation: glide })}
      >
        {t('zoom.selection')}
      </MenuItem>
      <MenuItem keys="Shift+0" onAction={() => editor.resetZoom(undefined, { animation: glide })}>
        {t('zoom.whole')}
      </MenuItem>
    </Menu>
  )
  return (
    <div className={css.pill}>
      {!isNarrow && <IconButton label={t('zoom.out')} keys="−" icon={<Minus />} onPress={farther} />}
      {menu}
      {!isNarrow && <IconButton label={t('zoom.in')} keys="+" icon={<Plus />} onPress={nearer} />}
    </div>
  )
}
