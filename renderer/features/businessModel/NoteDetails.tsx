import { useState } from 'react'
import type { BusinessModelNote } from '../../../shared/document/businessModel'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/language'
import { Select } from '../../ui/Select'
import { TextArea, TextField } from '../../ui/TextField'
import { useCanvas } from './canvasContext'
import css from './tools.module.css'

const languages = ['none', 'sv', 'en', 'fi', 'ar', 'so'] as const

/** What a note carries beside its text: who said it, what speaks for it, whom it concerns, in which language. */
export default function NoteDetails({ note, close }: { note: BusinessModelNote; close: () => void }) {
  const t = useText('businessModel')
  const { actions, canWrite } = useCanvas()
  const [author, setAuthor] = useState(note.author)
  const [evidence, setEvidence] = useState(note.evidence)
  const [segments, setSegments] = useState(note.segments.join(', '))
  const language = languages.find((each) => each === note.language) ?? 'none'

  const keep = () => {
    const named = [...new Set(segments.split(',').map((each) => each.trim()))].filter(Boolean)
    const change = {
      ...(author.trim() !== note.author && { author: author.trim().slice(0, 60) }),
      ...(evidence !== note.evidence && { evidence }),
      ...(named.join() !== note.segments.join() && { segments: named }),
    }
    if (Object.keys(change).length > 0) actions.change(note.id, change)
  }
  return (
    <Dialog
      title={t('details.title')}
      isOpen
      onOpenChange={(isOpen) => {
        if (isOpen) return
        keep()
        close()
      }}
      footer={
        <Button
          variant="primary"
          onPress={() => {
            keep()
            close()
          }}
        >
          {t('details.close')}
        </Button>
      }
    >
      <div className={css.details}>
        <p className={css.quote} dir="auto" lang={note.language || undefined}>
          {note.text}
        </p>
        <TextArea
          label={t('details.evidence')}
          description={t('details.evidenceHint')}
          value={evidence}
          onChange={setEvidence}
          isReadOnly={!canWrite}
        />
        <TextField
          label={t('details.segments')}
          description={t('details.segmentsHint')}
          value={segments}
          onChange={setSegments}
          isReadOnly={!canWrite}
        />
        <TextField
          label={t('details.author')}
          description={t('details.authorHint')}
          value={author}
          onChange={setAuthor}
          maxLength={60}
          isReadOnly={!canWrite}
        />
        <Select
          label={t('details.language')}
          value={language}
          isDisabled={!canWrite}
          onChange={(id) => actions.change(note.id, { language: id === 'none' ? '' : id })}
          choices={languages.map((id) => ({ id, label: t(`details.languages.${id}`) }))}
        />
      </div>
    </Dialog>
  )
}
