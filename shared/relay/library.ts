// The facilitator's library of sessions: served by the desktop's own relay to whoever holds the key of this launch.
import { z } from 'zod'
import { sessionId } from './api'

export const templateIds = [
  'empty',
  'firstMeeting',
  'businessModelWorkshop',
  'impactAndFinancing',
  'filledExample',
] as const
export type TemplateId = (typeof templateIds)[number]

/** A small picture of a page: coloured boxes in a 160 × 100 field. `tone` is a note colour or `line`. */
export const previewBox = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  tone: z.string(),
})

export const sessionSummary = z.object({
  sessionId,
  title: z.string(),
  /** ms since 1970. */
  createdAt: z.number(),
  changedAt: z.number(),
  archived: z.boolean(),
  /** When it was put in the bin; emptied after 30 days. */
  deletedAt: z.number().nullable(),
  isDemo: z.boolean(),
  pages: z.array(z.object({ pageId: z.string(), kind: z.string(), title: z.string(), count: z.number() })),
  /** Names of those who have been there, most recent first. */
  people: z.array(z.string()),
  preview: z.array(previewBox),
})
export type SessionSummary = z.infer<typeof sessionSummary>

/** `POST /api/library` */
export const newSession = z.object({
  title: z.string().trim().max(120).default(''),
  template: z.enum(templateIds).default('empty'),
  language: z.enum(['sv', 'en']).default('sv'),
})
export type NewSession = z.infer<typeof newSession>

/** `PATCH /api/library/:id`: what is left out stays. */
export const sessionChange = z.object({
  title: z.string().trim().min(1).max(120).optional(),
  archived: z.boolean().optional(),
  deleted: z.boolean().optional(),
})
export type SessionChange = z.infer<typeof sessionChange>

/** What was wrong with a `.samverk` file that could still be opened. `part` is a path inside the file. */
export const fileProblem = z.object({
  kind: z.enum(['missing', 'damaged', 'unknown', 'tooLarge']),
  part: z.string(),
  /** The page's title, where the part belongs to one and it could be read. */
  pageTitle: z.string().optional(),
})
export type FileProblem = z.infer<typeof fileProblem>

/** `GET /api/library/:id/unread`: what is damaged on this computer, and not in the file that `GET …/file` gives. */
export const unreadParts = z.array(fileProblem)

/** `POST /api/library/file` (bytes) → the new session and what could not be read. */
export const openedFile = z.object({ session: sessionSummary, problems: z.array(fileProblem) })
export type OpenedFile = z.infer<typeof openedFile>
