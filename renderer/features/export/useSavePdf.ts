import { useState } from 'react'
import type { PrintOrder } from '../../../shared/bridge/bridge'
import { choosePlatform } from '../../platform/choosePlatform'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { pdfFileName } from './pdfFileName'

interface Wanted {
  order: PrintOrder
  token: string
  /** Of the session, and of the page where it is one. */
  titles: readonly string[]
  onSaved: () => void
}

/** Makes the PDF: on the desktop a file, in a browser by its own print dialog, which can save as PDF too. */
export function useSavePdf({ order, token, titles, onSaved }: Wanted) {
  const t = useText('export')
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    try {
      const fileName = pdfFileName(titles, Date.now())
      const outcome = await choosePlatform().savePdf({ order, fileName, token })
      if (outcome.outcome === 'saved') {
        toast({ text: t('saved', { file: outcome.fileName }) })
        onSaved()
      }
      if (outcome.outcome === 'failed')
        toast({ kind: 'problem', text: t(`notSaved.${wordFor(outcome.kind)}`) })
    } catch {
      toast({ kind: 'problem', text: t('notSaved.failed') })
    } finally {
      setSaving(false)
    }
  }
  return { isSaving, start: () => void save() }
}

function wordFor(kind: string): 'diskFull' | 'notAllowed' | 'failed' {
  return kind === 'diskFull' || kind === 'notAllowed' ? kind : 'failed'
}
