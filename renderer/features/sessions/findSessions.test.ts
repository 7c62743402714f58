import { expect, test } from 'vitest'
import type { SessionSummary } from '../../../shared/relay/library'
import { findSessions, shelfOf } from './findSessions'

const session = (title: string, more: Partial<SessionSummary> = {}): SessionSummary => ({
  sessionId: 'a'.repeat(20),
  title,
  createdAt: 1,
  changedAt: 1,
  archived: false,
  deletedAt: null,
  isDemo: false,
  pages: [],
  people: [],
  preview: [],
  ...more,
})

test('search finds by title, page and person, without minding accents or case', () => {
  const kitchen = session('Grannköket', {
    people: ['Åsa Öberg'],
    pages: [{ pageId: 'p', kind: 'whiteboard', title: 'Vägg', count: 3 }],
  })
  const all = [kitchen, session('Cykelverkstan')]
  expect(findSessions(all, 'grannkok')).toEqual([kitchen])
  expect(findSessions(all, 'vägg asa')).toEqual([kitchen])
  expect(findSessions(all, 'verkstan kök')).toEqual([])
  expect(findSessions(all, '  ')).toEqual(all)
})

test('a deleted workshop is in the bin even when it was archived', () => {
  expect(shelfOf(session('x', { archived: true, deletedAt: 5 }))).toBe('bin')
  expect(shelfOf(session('x', { archived: true }))).toBe('archived')
  expect(shelfOf(session('x'))).toBe('inUse')
})
