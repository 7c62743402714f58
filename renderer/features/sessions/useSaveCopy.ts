import { useCallback } from 'react'
import type { Platform } from '../../platform/platform'
import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { fileNameOf } from './fileName'
import { nameOfPart } from './nameOfPart'

/** Saves a workshop as a `.samverk` file where the person says, and tells what came of it. */
export function useSaveCopy(platform: Platform): (session: { sessionId: string; title: string }) => void {
  const t = useText('home')
  const format = useFormat()
  return useCallback(
    ({ sessionId, title }) => {
      const fileName = `${fileNameOf(title, Date.now())}.samverk`
      void platform.saveSessionCopy({ sessionId, fileName }).then((outcome) => {
        if (outcome.outcome === 'saved' && outcome.unread) {
          const parts = format.list(outcome.unread.map((problem) => nameOfPart(problem, t)))
          toast({ kind: 'problem', text: t('done.copyPartlySaved', { fileName: outcome.fileName, parts }) })
        } else if (outcome.outcome === 'saved')
          toast({ kind: 'done', text: t('done.copySaved', { fileName: outcome.fileName }) })
        else if (outcome.outcome === 'failed')
          toast({ kind: 'problem', text: t(`fileProblem.${outcome.kind}`) })
      })
    },
    [platform, t, format],
  )
}
