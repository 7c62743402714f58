import { Coins, FileQuestion, LayoutGrid, StickyNote, Workflow, type LucideIcon } from 'lucide-react'

const icons: Record<string, LucideIcon> = {
  whiteboard: StickyNote,
  businessModel: LayoutGrid,
  impactChain: Workflow,
  financingPlan: Coins,
}

/** The sign of a kind of page. */
export function PageIcon({ kind, size = 20 }: { kind: string; size?: number }) {
  const Icon = icons[kind] ?? FileQuestion
  return <Icon size={size} aria-hidden="true" />
}
