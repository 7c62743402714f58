// Reads a plan's input. What a schema cannot see (periods, lengths, references) is checked row by row.
import { fault, faultsOfSchema, invalidInput, type Fault, type InvalidInput } from '../checks/invalidInput'
import { financingFinding } from './findings/messages'
import { financingInput, type FinancingInput } from './input'
import { ordinalOf, readPeriods, yearOf } from './periods'
import { rowFaults } from './validateRows'

/** The input with its defaults filled in, or every fault found in it. */
export function readFinancingInput(raw: unknown): FinancingInput | InvalidInput {
  const read = financingInput.safeParse(raw)
  if (!read.success) return invalidFinancing(faultsOfSchema(read.error, raw), raw)
  const input = read.data
  const labels = periodFaults(input)
  const faults = labels.length > 0 ? labels : [...idFaults(input), ...rowFaults(input, readPeriods(input))]
  return faults.length > 0 ? invalidFinancing(faults, raw) : input
}

/** The faults, and for each row among them one FP-11. */
export function invalidFinancing(faults: readonly Fault[], raw: unknown): InvalidInput {
  const targets = new Set(faults.map((each) => targetOf(each, raw)))
  return invalidInput(
    faults,
    [...targets].map((target) => financingFinding('FP-11', target)),
  )
}

/** The row the fault is in, by id; else the whole plan. */
function targetOf({ path }: Fault, raw: unknown): string {
  const [list, at] = path
  if (typeof list !== 'string' || typeof at !== 'number') return 'plan'
  const row: unknown = (raw as Record<string, unknown[] | undefined> | null)?.[list]?.[at]
  const id: unknown = typeof row === 'object' && row !== null && 'id' in row ? row.id : undefined
  return typeof id === 'string' && id !== '' ? id : 'plan'
}

function periodFaults({ periodType, periods }: FinancingInput): Fault[] {
  const faults: Fault[] = []
  const ordinals = periods.map((label) => ordinalOf(periodType, label))
  const usual = ordinals.some((each) => each !== null)
  periods.forEach((label, at) => {
    const path = ['periods', at]
    if (periods.indexOf(label) < at) faults.push(fault(path, 'notUnique', `(${label}) is there twice.`))
    else if (yearOf(label) === null) faults.push(fault(path, 'malformed', `(${label}) names no year.`))
    else if (usual && ordinals[at] === null)
      faults.push(fault(path, 'outOfRange', `(${label}) is not a ${periodType}.`))
    else if (usual && at > 0 && ordinals[at] !== (ordinals[at - 1] ?? NaN) + 1)
      faults.push(fault(path, 'outOfRange', `(${label}) does not follow ${periods[at - 1]}.`))
  })
  return faults
}

/** Rows share the plan's lists of figures, so an id may be used once, and not one of the computed lines'. */
function idFaults(input: FinancingInput): Fault[] {
  const seen = new Set(['loanInterest', 'loanAmortisation'])
  const faults: Fault[] = []
  for (const list of ['personnel', 'fixedCosts', 'variableCosts', 'sources'] as const) {
    input[list].forEach(({ id }, at) => {
      if (seen.has(id)) faults.push(fault([list, at, 'id'], 'notUnique', `(${id}) is already in use.`))
      seen.add(id)
    })
  }
  return faults
}
