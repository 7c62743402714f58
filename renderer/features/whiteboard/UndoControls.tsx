import { Redo2, Undo2 } from 'lucide-react'
import { useEditor, useValue } from 'tldraw'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { partsOf } from '../../ui/shortcuts'
import css from './chrome.module.css'

/** Takes back, and does again, what this person did. */
export function UndoControls() {
  const t = useText('whiteboard')
  const editor = useEditor()
  const canUndo = useValue('can undo', () => editor.getCanUndo(), [editor])
  const canRedo = useValue('can redo', () => editor.getCanRedo(), [editor])
  return (
    <div className={css.pill}>
      <IconButton
        label={t('undo')}
        keys={partsOf('Mod+Z').join('+')}
        icon={<Undo2 />}
        isDisabled={!canUndo}
        onPress={() => editor.undo()}
      />
      <IconButton
        label={t('redo')}
        keys={partsOf('Mod+Shift+Z').join('+')}
        icon={<Redo2 />}
        isDisabled={!canRedo}
        onPress={() => editor.redo()}
      />
    </div>
  )
}
