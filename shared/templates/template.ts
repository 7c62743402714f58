// What a template is made of, in words and places alone; relay/library makes a session of it.
import type { BlockKey } from '../document/businessModel'
import type { NoteColor } from '../document/noteLook'
import type { BoardRecord } from '../document/whiteboard'
import type { TemplateId } from '../relay/library'

export type TemplatePage =
  | { kind: 'whiteboard'; title: string; records: readonly BoardRecord[] }
  | {
      kind: 'businessModel'
      title: string
      notes: readonly { block: BlockKey; text: string; color: NoteColor }[]
    }
  /** Both begin without rows: the canvases themselves ask what to write. */
  | { kind: 'impactChain'; title: string }
  | { kind: 'financingPlan'; title: string }

/** The filled example is the demo session, and has no words of its own. */
export type WrittenTemplateId = Exclude<TemplateId, 'filledExample'>

export interface Template {
  /** Title of a session made of it when none is given. */
  title: string
  purpose: string
  pages: readonly TemplatePage[]
}
