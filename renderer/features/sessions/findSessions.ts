import type { SessionSummary } from '../../../shared/relay/library'

export const shelves = ['inUse', 'archived', 'bin'] as const
export type ShelfName = (typeof shelves)[number]

/** Which shelf a workshop stands on. */
export function shelfOf(session: SessionSummary): ShelfName {
  return session.deletedAt !== null ? 'bin' : session.archived ? 'archived' : 'inUse'
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Workshops whose title, pages or people hold every word of `words`; accents and case don't matter. */
export function findSessions(sessions: readonly SessionSummary[], words: string): SessionSummary[] {
  const wanted = plain(words).split(/\s+/).filter(Boolean)
  return sessions.filter((session) => {
    const text = plain(
      [session.title, ...session.pages.map((page) => page.title), ...session.people].join(' '),
    )
    return wanted.every((word) => text.includes(word))
  })
}
