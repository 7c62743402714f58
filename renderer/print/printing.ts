// What every part of the document needs while it is being laid out.
import type { Language } from '../../shared/bridge/bridge'
import type { Text } from '../ui/language'
import type { PrintedSession } from './readSession'
import type { SheetFrame } from './sheet'

export interface Printing {
  frame: SheetFrame
  session: PrintedSession
  relay: { url: string; token: string }
  language: Language
  /** BCP 47, for numbers and amounts. */
  locale: string
  /** The day of printing, `YYYY-MM-DD`: what progress is told for. */
  today: string
  /** Texts of the print document, and those of the canvases. */
  text: Text
  modelText: Text
  chainText: Text
  planText: Text
  sdgText: Text
}
