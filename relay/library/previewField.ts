import type { SessionSummary } from '../../shared/relay/library'

export type PreviewBox = SessionSummary['preview'][number]

/** The field that a session's small picture is drawn in. */
export const previewField = { width: 160, height: 100, margin: 4 }
