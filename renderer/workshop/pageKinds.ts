// The kinds of page that this program can show. Each is its own download.
import { lazy, type LazyExoticComponent } from 'react'
import type { PageKind } from '../../shared/document/control'
import type { PageComponent } from '../document/page'

interface ShownKind {
  /** Begins the download, so that it goes on while the content does too. */
  load: () => Promise<{ default: PageComponent }>
  Component: LazyExoticComponent<PageComponent>
}

function kind(load: ShownKind['load']): ShownKind {
  return { load, Component: lazy(load) }
}

const kinds: Record<PageKind, ShownKind> = {
  whiteboard: kind(() => import('../features/whiteboard/WhiteboardPage')),
  businessModel: kind(() => import('../features/businessModel/BusinessModelPage')),
  impactChain: kind(() => import('../features/impactChain/ImpactChainPage')),
  financingPlan: kind(() => import('../features/financingPlan/FinancingPlanPage')),
}

/** How to show a kind of page; undefined for one that only a newer program knows. */
export function findKind(name: string): ShownKind | undefined {
  return Object.hasOwn(kinds, name) ? kinds[name as PageKind] : undefined
}
