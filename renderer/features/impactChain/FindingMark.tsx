import { CircleAlert, Info, TriangleAlert } from 'lucide-react'
import type { Severity } from '../../../shared/checks/finding'

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info }

/** The sign of how much a finding matters; words beside it say the same. */
export function FindingMark({ severity }: { severity: Severity }) {
  const Icon = icons[severity]
  return <Icon aria-hidden="true" data-severity={severity} />
}
