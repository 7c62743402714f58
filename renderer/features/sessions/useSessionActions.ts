// What can be done with a workshop on the shelf. What can be undone is done at once, with a way back.
import { useMemo } from 'react'
import type { SessionChange, SessionSummary } from '../../../shared/relay/library'
import type { Answer } from '../../document/askRelay'
import type { Platform } from '../../platform/platform'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import type { Library } from './libraryClient'
import { useSaveCopy } from './useSaveCopy'

export interface SessionActions {
  rename(session: SessionSummary, title: string): void
  duplicate(session: SessionSummary): void
  saveCopy(session: Pick<SessionSummary, 'sessionId' | 'title'>): void
  archive(session: SessionSummary, archived: boolean): void
  putInBin(session: SessionSummary): void
  putBack(session: SessionSummary): void
  deleteForGood(session: SessionSummary): void
}

export function useSessionActions(
  library: Library,
  platform: Platform,
  refresh: () => Promise<void>,
): SessionActions {
  const t = useText('home')
  const ui = useText('ui')
  const saveCopy = useSaveCopy(platform)
  return useMemo(() => {
    const titleOf = (session: { title: string }) => session.title || t('untitled')
    /** Does it, shows what is there now, and says what happened. */
    const act = async <T>(doing: Promise<Answer<T>>, done?: { text: string; undo?: () => void }) => {
      const answer = await doing
      await refresh()
      if (!answer.ok) toast({ kind: 'problem', text: ui(`problem.${answer.kind}`) })
      else if (done)
        toast({
          text: done.text,
          ...(done.undo && { action: { label: ui('undo'), onAction: done.undo } }),
        })
    }
    const change = (id: string, to: SessionChange, done?: { text: string; undo?: () => void }) =>
      void act(library.change(id, to), done)
    return {
      rename: (session, title) => change(session.sessionId, { title }),
      duplicate: (session) =>
        void act(library.duplicate(session.sessionId), {
          text: t('done.duplicated', { title: titleOf(session) }),
        }),
      saveCopy,
      archive: (session, archived) =>
        change(
          session.sessionId,
          { archived },
          {
            text: t(archived ? 'done.archived' : 'done.unarchived', { title: titleOf(session) }),
            undo: () => change(session.sessionId, { archived: !archived }),
          },
        ),
      putInBin: (session) =>
        change(
          session.sessionId,
          { deleted: true },
          {
            text: t('done.deleted', { title: titleOf(session) }),
            undo: () => change(session.sessionId, { deleted: false }),
          },
        ),
      putBack: (session) =>
        change(
          session.sessionId,
          { deleted: false },
          { text: t('done.putBack', { title: titleOf(session) }) },
        ),
      deleteForGood: (session) =>
        void act(library.remove(session.sessionId), {
          text: t('done.deletedForGood', { title: titleOf(session) }),
        }),
    }
  }, [library, saveCopy, refresh, t, ui])
}
