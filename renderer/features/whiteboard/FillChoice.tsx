import { PaintBucket } from 'lucide-react'
import { DefaultFillStyle, useEditor, type SharedStyle } from 'tldraw'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { applyStyle } from './applyStyle'

/** Whether shapes are filled. */
export function FillChoice({ fill }: { fill: SharedStyle<string> }) {
  const t = useText('whiteboard')
  const editor = useEditor()
  const isFilled = fill.type === 'shared' && fill.value !== 'none'
  return (
    <IconButton
      label={t('filled')}
      icon={<PaintBucket />}
      isSelected={isFilled}
      onChange={(next) => applyStyle(editor, DefaultFillStyle, next ? 'semi' : 'none')}
    />
  )
}
