// financing INPUT.json: every figure and finding of a financing plan, as JSON.
import { parseArgs } from 'node:util'
import { computeFinancingPlan } from '../../shared/financing/computePlan'
import { asksForHelp, partOf, printResult, readJson, refuse, tell } from './readInput'

const usage = 'Usage: financing INPUT.json'
const help = `${usage}

Prints every figure and finding of a financing plan as JSON; amounts in öre, rates in basis points.
INPUT.json holds the plan, or the plan under "input".`

/** Exit code 0 with figures, 1 when the input cannot be computed, 2 when the command line is wrong. */
export async function runFinancingCommand(argv: readonly string[]): Promise<number> {
  if (asksForHelp(argv)) return tell(help)
  let positionals: string[]
  try {
    positionals = parseArgs({ args: [...argv], allowPositionals: true, options: {} }).positionals
  } catch {
    return refuse(usage)
  }
  const [path] = positionals
  if (path === undefined || positionals.length > 1) return refuse(usage)
  const file = await readJson(path)
  if (file.kind === 'unreadable') return refuse(file.sentence)
  return printResult(computeFinancingPlan(partOf(file.value, 'input') ?? file.value))
}
