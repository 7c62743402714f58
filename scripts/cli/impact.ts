// impact INPUT.json --as-of DATE: findings, progress and coverage of an impact chain, as JSON. A file with several
// cases gives the first, or the one named by --case; --sroi gives the social return of a file that holds it.
import { parseArgs } from 'node:util'
import { checkImpactChain } from '../../shared/impact/checkChain'
import { sroi } from '../../shared/impact/sroi'
import { asksForHelp, fail, partOf, printResult, readJson, refuse, refuseLine, tell } from './readInput'
import { today } from './today'

const help = `Usage: impact INPUT.json [--as-of YYYY-MM-DD] [--case NAME] [--sroi]

Prints findings, progress and coverage of an impact chain as JSON. INPUT.json holds the chain, the chain under
"input", or several under "cases". Without --as-of it is the day the file names, else today.
--sroi prints the social return instead, from the file or from what it holds under "sroi".`

const options = {
  'as-of': { type: 'string' },
  case: { type: 'string' },
  sroi: { type: 'boolean' },
} as const

/** Exit code 0 with figures, 1 when the input cannot be computed, 2 when the command line is wrong. */
export async function runImpactCommand(argv: readonly string[]): Promise<number> {
  if (asksForHelp(argv)) return tell(help)
  let line: ReturnType<typeof parseLine>
  try {
    line = parseLine(argv)
  } catch (problem) {
    return refuseLine('impact', problem)
  }
  const { positionals, values } = line
  const [path] = positionals
  if (path === undefined) return refuse('Say which file holds the chain: impact INPUT.json.')
  if (positionals.length > 1) return refuse('Name one file only.')
  const file = await readJson(path)
  if (file.kind === 'unreadable') return fail(file.sentence)
  if (values.sroi) {
    const part = partOf(file.value, 'sroi') ?? file.value
    return printResult(sroi(partOf(part, 'input') ?? part))
  }
  const chosen = chooseCase(file.value, values.case)
  if (chosen === undefined) return refuse(`${path} holds no case named ${values.case}.`)
  const asOf = values['as-of'] ?? partOf(chosen, 'asOf') ?? today()
  return printResult(checkImpactChain(partOf(chosen, 'input') ?? chosen, String(asOf)))
}

function parseLine(argv: readonly string[]) {
  return parseArgs({ args: [...argv], allowPositionals: true, options })
}

/** The file itself when it is a single chain. */
function chooseCase(file: unknown, name: string | undefined): unknown {
  const cases = partOf(file, 'cases')
  if (!Array.isArray(cases) || cases.length === 0) return name === undefined ? file : undefined
  if (name !== undefined) return cases.find((each) => partOf(each, 'name') === name)
  if (cases.length > 1) {
    const names = cases.map((each) => String(partOf(each, 'name')))
    process.stderr.write(`Showing ${names[0]}; --case shows another: ${names.slice(1).join(', ')}.\n`)
  }
  return cases[0]
}
