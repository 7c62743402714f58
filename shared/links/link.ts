// A link between two things on two canvases: which kinds there are, and what each ties together.

/** A thing on a page. */
export interface End {
  readonly page: string
  readonly id: string
}

/** What can be linked. A cost is a fixed cost, a variable cost or a role. */
export const thingKinds = [
  'revenueNote',
  'costNote',
  'measureNote',
  'activity',
  'indicator',
  'source',
  'cost',
] as const
export type ThingKind = (typeof thingKinds)[number]

/** Each kind of link with what its two ends are. */
export const linkEnds = {
  revenueSource: ['revenueNote', 'source'],
  noteCost: ['costNote', 'cost'],
  measureIndicator: ['measureNote', 'indicator'],
  activityCost: ['activity', 'cost'],
} as const satisfies Record<string, readonly [ThingKind, ThingKind]>
export type LinkKind = keyof typeof linkEnds
export const linkKinds = Object.keys(linkEnds) as LinkKind[]

export interface Link {
  readonly id: string
  readonly kind: LinkKind
  readonly a: End
  readonly b: End
}

/** The same for a pair whichever end comes first, so that two people who link one pair at once make one link. */
export function linkIdOf(one: End, other: End): string {
  return JSON.stringify([endKey(one), endKey(other)].sort())
}

/** One word for an end, for maps. A page's id holds no slash. */
export function endKey({ page, id }: End): string {
  return `${page}/${id}`
}

/** What a thing of this kind can be linked to. */
export function partnersOf(kind: ThingKind): ThingKind[] {
  return Object.values(linkEnds).flatMap(([a, b]) => (a === kind ? [b] : b === kind ? [a] : []))
}

/** The link between two things, with its ends in their order; null when things of these kinds are not linked. */
export function linkBetween(
  one: End & { readonly kind: ThingKind },
  other: End & { readonly kind: ThingKind },
): Link | null {
  for (const kind of linkKinds) {
    const [a, b] = linkEnds[kind]
    const [first, second] =
      one.kind === a && other.kind === b
        ? [one, other]
        : one.kind === b && other.kind === a
          ? [other, one]
          : []
    if (first && second) return { id: linkIdOf(one, other), kind, a: endOf(first), b: endOf(second) }
  }
  return null
}

/** The other end of a link, seen from a thing; null when the thing is neither. */
export function otherEnd(link: Link, from: End): End | null {
  if (isSame(link.a, from)) return link.b
  return isSame(link.b, from) ? link.a : null
}

const endOf = ({ page, id }: End): End => ({ page, id })
const isSame = (one: End, other: End) => one.page === other.page && one.id === other.id
