import { Shapes } from 'lucide-react'
import { useState } from 'react'
import { GeoShapeGeoStyle, useEditor, useValue } from 'tldraw'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Popover } from '../../ui/Popover'
import { geoShapes, type GeoShape } from './boardTools'
import { insertInMiddle } from './insertInMiddle'
import { ToolButton } from './ToolButton'
import css from './chrome.module.css'

/** Rectangle, ellipse and so on: opens the choice, then one draws. */
export function ShapeTool({ isCurrent, hasWords }: { isCurrent: boolean; hasWords: boolean }) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const [isOpen, setOpen] = useState(false)
  const geo = useValue('geo', () => editor.getStyleForNextShape(GeoShapeGeoStyle), [editor])
  const shown = geoShapes.find(({ id }) => id === geo)
  const Icon = isCurrent && shown ? shown.icon : Shapes

  const choose = (shape: GeoShape, byKeyboard: boolean) => {
    setOpen(false)
    editor.setStyleForNextShapes(GeoShapeGeoStyle, shape)
    if (byKeyboard) return void setTimeout(() => insertInMiddle(editor, 'geo'))
    editor.setCurrentTool('geo')
    editor.focus()
  }

  return (
    <Popover
      label={t('tool.geo')}
      placement="top"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<ToolButton icon={<Icon />} label={t('tool.geo')} hasWords={hasWords} isCurrent={isCurrent} />}
    >
      <div className={css.row}>
        {geoShapes.map(({ id, icon: ShapeIcon }) => (
          <IconButton
            key={id}
            size="large"
            label={t(`shape.${id}`)}
            icon={<ShapeIcon />}
            onPress={({ pointerType }) => choose(id, pointerType === 'keyboard' || pointerType === 'virtual')}
          />
        ))}
      </div>
    </Popover>
  )
}
