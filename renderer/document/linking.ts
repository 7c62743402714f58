// What a canvas knows of links to things on other pages; LinksProvider in renderer/ui/links gives it.
import { createContext, useContext } from 'react'
import type { Page } from '../../shared/document/control'
import type { Link, ThingKind } from '../../shared/links/link'

/** One thing of the page that is shown. */
export interface OwnThing {
  readonly id: string
  readonly kind: ThingKind
  readonly title: string
}

/** A link as seen from one of its ends. */
export interface LinkedThing {
  readonly link: Link
  /** The page that the other end is on; null when that is gone. */
  readonly page: Page | null
  readonly id: string
  /** `opening`: its page is not read yet. */
  readonly state: 'there' | 'gone' | 'opening'
  readonly title: string
}

export interface Linking {
  readonly pageId: string
  /** Whether this person may make and take away links. */
  readonly canWrite: boolean
  /** Whether there is a page with things that things of this kind can be linked to. */
  canPick(kind: ThingKind): boolean
  /** What a thing of the page is linked to. */
  of(id: string): readonly LinkedThing[]
  /** The things of the page that are linked to something that is not known to be gone. */
  readonly tied: ReadonlySet<string>
  /** Whether the session has pages of this kind beside this one. */
  has(pageKind: string): boolean
  /** Asks what to link the thing to. */
  pick(thing: OwnThing): void
  /** Takes a link away, and offers to undo. */
  remove(link: Link): void
  goTo(pageId: string, id: string): void
  /** The page with this id, for references that are no links; null when it is gone. */
  findPage(id: string): Page | null
}

export const LinkingContext = createContext<Linking | null>(null)

/** Null outside a workshop. */
export function useLinking(): Linking | null {
  return useContext(LinkingContext)
}

/** The notes of a business model that have a row or an indicator, for its check; null where there is no canvas for them. */
export function linkedNotes(linking: Linking | null): {
  financingRows: { id: string; notes: readonly string[] }[] | null
  indicators: { id: string; notes: readonly string[] }[] | null
} {
  const partner = [{ id: 'linked', notes: [...(linking?.tied ?? [])] }]
  return {
    financingRows: linking?.has('financingPlan') ? partner : null,
    indicators: linking?.has('impactChain') ? partner : null,
  }
}
