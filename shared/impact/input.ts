// What an impact chain is checked from: plain data. A date that is empty or null is one nobody has set yet.
import { z } from 'zod'
import { dayNumber } from './dates'

export const elementTypes = ['resource', 'activity', 'output', 'outcome', 'impact'] as const
export type ElementType = (typeof elementTypes)[number]

export const horizons = ['short', 'medium', 'long'] as const
export type Horizon = (typeof horizons)[number]

export const directions = ['increase', 'decrease', 'maintain'] as const
export const frequencies = ['month', 'quarter', 'halfyear', 'year'] as const
export type Frequency = (typeof frequencies)[number]

export const risks = ['low', 'medium', 'high'] as const

const id = z.string().min(1).max(200)
/** Empty when not given. */
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
export const date = z.string().refine((value) => dayNumber(value) !== null, 'must be a date as YYYY-MM-DD.')
/** Null when not given. */
const optionalDate = z
  .string()
  .refine((value) => value === '' || dayNumber(value) !== null, 'must be a date as YYYY-MM-DD, or empty.')
  .nullish()
  .transform((value) => value || null)
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? [])
const choice = <const T extends readonly string[]>(values: T) =>
  z
    .enum(values)
    .nullish()
    .transform((value) => value ?? null)

/** Measures are kept to a size at which every difference and share can be computed exactly. */
export const largestMeasure = 1e12
const measuredValue = z.number().min(-largestMeasure).max(largestMeasure)
const dated = z.object({ value: measuredValue, date: optionalDate })

const element = z.object({
  id,
  type: z.enum(elementTypes),
  title: text,
  description: text,
  /** For outcomes; null when not yet chosen. */
  horizon: choice(horizons),
  targetGroupIds: list(id),
  sdg: list(z.string()),
  /** An effect that is negative or not intended. */
  negative: z.boolean().nullish().transform(Boolean),
})

const link = z.object({ id, from: id, to: id, assumptionIds: list(id) })
const assumption = z.object({ id, text, risk: choice(risks), test: text })

const indicator = z.object({
  id,
  elementId: id,
  name: text,
  unit: text,
  direction: z.enum(directions),
  baseline: dated.nullish().transform((value) => value ?? null),
  /** There is nothing to compare with: 0 on the day the chain starts. */
  baselineNotApplicable: z.boolean().nullish().transform(Boolean),
  target: dated.nullish().transform((value) => value ?? null),
  source: text,
  responsible: text,
  frequency: choice(frequencies),
  /** What the numbers are broken down by, such as `gender`. */
  disaggregation: list(z.string()),
  measurements: list(z.object({ date, value: measuredValue })),
})

export const impactInput = z.object({
  id: text,
  title: text,
  start: optionalDate,
  end: optionalDate,
  need: text,
  targetGroups: list(z.object({ id, name: text, kind: choice(['primary', 'secondary']) })),
  stakeholders: list(z.object({ id, name: text, role: text })),
  elements: list(element),
  links: list(link),
  assumptions: list(assumption),
  indicators: list(indicator),
})

export type ImpactInput = Readonly<z.infer<typeof impactInput>>
export type Element = ImpactInput['elements'][number]
export type Link = ImpactInput['links'][number]
export type Assumption = ImpactInput['assumptions'][number]
export type TargetGroup = ImpactInput['targetGroups'][number]
export type Indicator = ImpactInput['indicators'][number]
