// Gathers the options from flags, environment and file, in this order of weight, and checks every one of them.
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { flagOf, optionNames, options, variableOf, type Given, type Option, type OptionName } from './options'
import { firstSentence } from './sentences'

/** A sentence about what was wrong with the options. */
export interface WrongUse {
  problem: string
}

interface Source {
  /** How this source names an option, for a message. */
  call(name: OptionName): string
  values: Partial<Record<OptionName, unknown>>
  /** Folder from which paths count; undefined: where the program was started. */
  folder?: string
}

/** Everything that was given, checked; `'help'` when help was asked for. */
export function readOptions(
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
): Given | 'help' | WrongUse {
  const flags = readFlags(argv)
  if ('problem' in flags) return flags
  if (flags.help) return 'help'
  const variables: Source = {
    call: variableOf,
    values: Object.fromEntries(
      optionNames.flatMap((name) => {
        const value = environment[variableOf(name)]
        // An empty variable is how many tools write "not set".
        return value ? [[name, value]] : []
      }),
    ),
  }
  const file = flags.config ?? environment[variableOf('config')]
  const fromFile = file ? readOptionFile(file) : undefined
  if (fromFile && 'problem' in fromFile) return fromFile
  return checkAll([flags.source, variables, ...(fromFile ? [fromFile] : [])])
}

/** What else of the project is told through the environment. */
const ofOthers = /_(OUT|DESK|DEV_PORT|CHROMIUM|LAN_ADDRESS|PRINT_\w+|SEEDS|FROM_SEED)$/

/** Variables that look like options and are none: mistyped, most likely. */
export function unknownVariables(environment: NodeJS.ProcessEnv): string[] {
  const known = new Set([...optionNames, 'config'].map(variableOf))
  return Object.keys(environment).filter(
    (name) => name.startsWith('SAMVERKSTAD_') && !known.has(name) && !ofOthers.test(name),
  )
}

type Flags = { help: boolean; config?: string; source: Source }

function readFlags(argv: readonly string[]): Flags | WrongUse {
  const taken = Object.fromEntries(
    optionNames.map((name) => [
      flagOf(name).slice(2),
      { type: 'string' as const, multiple: Boolean((options[name] as Option).isList) },
    ]),
  )
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: { ...taken, config: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    const given = optionNames.flatMap((name) => {
      const value = (values as Record<string, unknown>)[flagOf(name).slice(2)]
      return value === undefined ? [] : [[name, value]]
    })
    return {
      help: values.help === true,
      config: values.config as string | undefined,
      source: { call: flagOf, values: Object.fromEntries(given) },
    }
  } catch (error) {
    return { problem: firstSentence(error) }
  }
}

function readOptionFile(file: string): Source | WrongUse {
  let read: unknown
  try {
    read = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    return error instanceof SyntaxError
      ? { problem: `The options in ${file} are not JSON: ${firstSentence(error)}` }
      : { problem: `The options in ${file} cannot be read: ${firstSentence(error)}` }
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    return { problem: `The options in ${file} must be a JSON object.` }
  const unknown = Object.keys(read).find((key) => !Object.hasOwn(options, key))
  if (unknown !== undefined) return { problem: `"${unknown}" in ${file} is no option.` }
  return { call: (name) => `"${name}" in ${file}`, values: read, folder: dirname(file) }
}

/** @param sources the weightiest first. All of them are checked, also where another one outweighs them. */
function checkAll(sources: readonly Source[]): Given | WrongUse {
  const given: Record<string, unknown> = {}
  for (const source of sources.toReversed())
    for (const name of optionNames) {
      const value = source.values[name]
      if (value === undefined) continue
      const option: Option = options[name]
      const checked = option.shape.safeParse(option.isList ? asList(value) : value)
      if (!checked.success)
        return {
          problem: `${source.call(name)} must be ${option.mustBe}${option.isSecret ? '' : `, not ${JSON.stringify(value)}`}.`,
        }
      given[name] =
        option.isPath && source.folder !== undefined
          ? resolve(source.folder, checked.data as string)
          : checked.data
    }
  return given as Given
}

/** `a,b` and `["a", "b"]` are the same list. */
function asList(value: unknown): unknown {
  const parts = Array.isArray(value) ? value : [value]
  return parts.flatMap((part) =>
    typeof part === 'string'
      ? part
          .split(',')
          .map((each) => each.trim())
          .filter(Boolean)
      : [part],
  )
}
