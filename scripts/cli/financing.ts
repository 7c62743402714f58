// financing INPUT.json: every figure and finding of a financing plan, as JSON.
import { parseArgs } from 'node:util'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import { asksForHelp, fail, partOf, printResult, readJson, refuse, refuseLine, tell } from './readInput'

const help = `Usage: financing INPUT.json

Prints every figure and finding of a financing plan as JSON; amounts in öre, rates in basis points.
INPUT.json holds the plan, or the plan under "input".`

/** Exit code 0 with figures, 1 when the input cannot be computed, 2 when the command line is wrong. */
export async function runFinancingCommand(argv: readonly string[]): Promise<number> {
  if (asksForHelp(argv)) return tell(help)
  let positionals: string[]
  try {
    positionals = parseArgs({ args: [...argv], allowPositionals: true, options: {} }).positionals
  } catch (problem) {
    return refuseLine('financing', problem)
  }
  const [path] = positionals
  if (path === undefined) return refuse('Say which file holds the plan: financing INPUT.json.')
  if (positionals.length > 1) return refuse('Name one file only.')
  const file = await readJson(path)
  if (file.kind === 'unreadable') return fail(file.sentence)
  return printResult(computeFinancingPlan(partOf(file.value, 'input') ?? file.value))
}
