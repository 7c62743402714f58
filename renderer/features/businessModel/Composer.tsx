import { useEffect, useId, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react'
import type { BlockKey } from '../../../shared/document/businessModel'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { useCanvas } from './canvasContext'
import { isEnter, useEnterOfTouchKeyboards } from './enterKey'
import css from './block.module.css'

interface ComposerProps {
  block: BlockKey
  close: (goBack: boolean) => void
  /** A note has been added. */
  added: () => void
}

/** Where a new note is written. Enter adds it and starts the next; words left behind are added, never lost. */
export function Composer({ block, close, added }: ComposerProps) {
  const t = useText('businessModel')
  const { actions, tell, drafts } = useCanvas()
  const [text, setText] = useState(() => drafts.read(block))
  const field = useRef<HTMLTextAreaElement>(null)
  const form = useRef<HTMLDivElement>(null)
  const hintId = useId()
  const title = t(`block.${block}.title`)

  useEffect(() => {
    field.current?.focus()
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const change = (next: string) => {
    setText(next)
    drafts.keep(block, next)
    tell({ block, typing: true })
  }
  const add = () => {
    actions.add(block, field.current?.value ?? text)
    change('')
    added()
  }
  useEnterOfTouchKeyboards(field, add)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isEnter(event)) {
      event.preventDefault()
      add()
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.stopPropagation()
      close(true)
    }
  }
  const onBlur = (event: FocusEvent<HTMLDivElement>) => {
    if (event.currentTarget.contains(event.relatedTarget) || !document.hasFocus()) return
    if (text.trim() !== '') {
      actions.add(block, text)
      change('')
    }
    close(false)
  }
  return (
    <div ref={form} className={css.composer} onBlur={onBlur}>
      <div className={css.composerStack}>
        <div className={css.composerMirror} dir="auto" aria-hidden="true">
          {text || t('newNoteHint')}
          {'\u200b'}
        </div>
        <textarea
          ref={field}
          className={css.composerField}
          aria-label={t('newNoteIn', { block: title })}
          aria-describedby={hintId}
          placeholder={t('newNoteHint')}
          dir="auto"
          rows={1}
          value={text}
          enterKeyHint="enter"
          onChange={(event) => change(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <span id={hintId} hidden>
        {t('newNoteHint')}
      </span>
      <div className={css.composerButtons}>
        <Button size="small" variant="primary" onPress={add} isDisabled={text.trim() === ''}>
          {t('add')}
        </Button>
        <Button size="small" variant="quiet" onPress={() => close(true)}>
          {t('doneAdding')}
        </Button>
      </div>
    </div>
  )
}
