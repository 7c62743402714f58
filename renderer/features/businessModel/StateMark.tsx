import { CircleCheck, CircleDashed, CircleX, FlaskConical, type LucideIcon } from 'lucide-react'
import type { NoteState } from '../../../shared/document/businessModel'

const icons: Readonly<Record<NoteState, LucideIcon>> = {
  guess: CircleDashed,
  tested: FlaskConical,
  confirmed: CircleCheck,
  rejected: CircleX,
}

/** The sign of how sure a note is; always beside its word. */
export function StateMark({ state }: { state: NoteState }) {
  const Icon = icons[state]
  return <Icon aria-hidden="true" />
}
