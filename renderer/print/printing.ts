// What every part of the document needs while it is being laid out.
import type { Text } from '../ui/language'
import type { PrintedSession } from './readSession'
import type { SheetFrame } from './sheet'

export interface Printing {
  frame: SheetFrame
  session: PrintedSession
  relay: { url: string; token: string }
  /** Texts of the print document, and those of the business model. */
  text: Text
  modelText: Text
}
