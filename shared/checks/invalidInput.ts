// Input that cannot be computed. Nothing is guessed: the answer names each field and says what is wrong with it.
import type { z } from 'zod'
import type { Finding } from './finding'

export type FaultReason = 'missing' | 'outOfRange' | 'notFound' | 'notUnique' | 'tooLarge' | 'malformed'

export interface Fault {
  readonly path: readonly (string | number)[]
  readonly reason: FaultReason
  /** The field as text: `personnel[0].ftePercent`. */
  readonly field: string
  /** What is wrong, in English, with the field's name in it. */
  readonly sentence: string
}

/** The answer to input that cannot be computed; it speaks of its first fault and lists them all. */
export interface InvalidInput {
  readonly kind: 'invalidInput'
  readonly field: string
  readonly sentence: string
  readonly faults: readonly Fault[]
  /** The same faults as findings, for the list beside the canvas. */
  readonly findings: readonly Finding[]
}

export function isInvalidInput(result: object): result is InvalidInput {
  return 'kind' in result && result.kind === 'invalidInput'
}

export function invalidInput(faults: readonly Fault[], findings: readonly Finding[] = []): InvalidInput {
  const first = faults[0]
  if (!first) throw new Error('Invalid input needs at least one fault.')
  return { kind: 'invalidInput', field: first.field, sentence: first.sentence, faults, findings }
}

/** A fault at `path`; `what` completes the sentence that begins with the field's name. */
export function fault(path: readonly (string | number)[], reason: FaultReason, what: string): Fault {
  const field = fieldName(path)
  return { path, reason, field, sentence: `${field} ${what}` }
}

export function fieldName(path: readonly (string | number)[]): string {
  if (path.length === 0) return 'input'
  return path
    .map((part, at) => {
      if (typeof part === 'number') return `[${part}]`
      if (!/^[\p{L}_$][\p{L}\d_$]*$/u.test(part)) return `[${JSON.stringify(part)}]`
      return at === 0 ? part : `.${part}`
    })
    .join('')
}

/** The faults a schema found in `input`. */
export function faultsOfSchema(error: z.ZodError, input: unknown): Fault[] {
  const faults = error.issues.map((issue) => {
    const path = issue.path.filter((part) => typeof part !== 'symbol')
    if (path.length > 0 && isAbsent(valueAt(input, path))) return fault(path, 'missing', 'is missing.')
    return describeIssue(path, issue)
  })
  return faults.filter((each, at) => faults.findIndex((other) => other.field === each.field) === at)
}

const isAbsent = (value: unknown) => value === undefined || value === null

function describeIssue(path: (string | number)[], issue: z.core.$ZodIssue): Fault {
  switch (issue.code) {
    case 'too_small':
      return fault(path, 'outOfRange', `must be at least ${issue.minimum}${unitOf(issue.origin)}.`)
    case 'too_big':
      return fault(path, 'outOfRange', `must be at most ${issue.maximum}${unitOf(issue.origin)}.`)
    case 'not_multiple_of':
      return fault(path, 'outOfRange', `must be a multiple of ${issue.divisor}.`)
    case 'invalid_value':
      return fault(path, 'malformed', `must be one of ${issue.values.map(String).join(', ')}.`)
    case 'invalid_type':
      return issue.expected === 'int'
        ? fault(path, 'outOfRange', 'must be a whole number.')
        : fault(path, 'malformed', `must be ${article(issue.expected)}.`)
    case 'custom':
      return fault(path, 'malformed', issue.message)
    default:
      return fault(path, 'malformed', 'has the wrong form.')
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters long'
  return origin === 'array' ? ' long' : ''
}

function article(type: string): string {
  const name = type === 'record' ? 'object' : type === 'array' ? 'list' : type
  return /^[aeiou]/.test(name) ? `an ${name}` : `a ${name}`
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value: unknown = input
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string | number, unknown>)[part]
  }
  return value
}
