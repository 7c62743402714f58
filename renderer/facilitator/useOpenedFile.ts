// A file was opened: go to its workshop, and say what of it could not be read.
import { useCallback, useState } from 'react'
import type { OpenOutcome } from '../../shared/bridge/bridge'
import type { FileProblem } from '../../shared/relay/library'
import type { Library } from '../features/sessions/libraryClient'
import type { Platform } from '../platform/platform'
import { useText } from '../ui/language'
import { toast } from '../ui/toast'
import { goToHash } from '../workshop/pageAddress'
import { addressOfSession } from './place'

export interface OpenedFileState {
  title: string
  problems: readonly FileProblem[]
  /** Asks which file to open. */
  ask: () => void
  /** Takes what came of opening one. */
  take: (outcome: OpenOutcome) => void
  /** Takes a file that was dropped here. */
  takeFile: (library: Library, file: File) => void
  close: () => void
}

export function useOpenedFile(platform: Platform): OpenedFileState {
  const ui = useText('ui')
  const home = useText('home')
  const [shown, setShown] = useState<{ title: string; problems: readonly FileProblem[] }>({
    title: '',
    problems: [],
  })

  const take = useCallback(
    (outcome: OpenOutcome) => {
      if (outcome.outcome === 'failed') toast({ kind: 'problem', text: home(`fileProblem.${outcome.kind}`) })
      if (outcome.outcome !== 'opened') return
      setShown({ title: outcome.session.title, problems: outcome.problems })
      goToHash(addressOfSession(outcome.session.sessionId))
    },
    [home],
  )
  const ask = useCallback(() => void platform.openSessionFile().then(take), [platform, take])
  const takeFile = useCallback(
    (library: Library, file: File) => {
      const close = toast({ text: home('opening') })
      void library.takeIn(file).then((answer) => {
        close()
        if (answer.ok) take({ outcome: 'opened', ...answer.value })
        else toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
      })
    },
    [take, ui, home],
  )
  const close = useCallback(() => setShown((was) => ({ ...was, problems: [] })), [])
  return { ...shown, ask, take, takeFile, close }
}
