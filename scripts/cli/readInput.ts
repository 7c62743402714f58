// Reads a command's JSON file and prints its answer; shared by the commands that compute.
import { readFile } from 'node:fs/promises'
import { isInvalidInput } from '../../shared/checks/invalidInput'

export type JsonFile = { kind: 'read'; value: unknown } | { kind: 'unreadable'; sentence: string }

export async function readJson(path: string): Promise<JsonFile> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch {
    return { kind: 'unreadable', sentence: `${path} cannot be read.` }
  }
  try {
    return { kind: 'read', value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown }
  } catch {
    return { kind: 'unreadable', sentence: `${path} is not JSON.` }
  }
}

/** The part of a file under `key`, when there is one: a worked example holds its input beside what is expected. */
export function partOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

/** Prints figures or faults as JSON; the exit code is 1 when there is nothing but faults. */
export function printResult(result: object): number {
  process.stdout.write(`${JSON.stringify(result, null, 1)}\n`)
  if (!isInvalidInput(result)) return 0
  for (const { sentence } of result.faults) process.stderr.write(`${sentence}\n`)
  return 1
}

/** Says what is wrong with the command line itself. */
export function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 2
}

/** The sentence about what was typed after a command's name; `problem` is what Node's parser threw. */
export function refuseLine(command: string, problem: unknown): number {
  const [sentence = ''] = (problem instanceof Error ? problem.message : String(problem)).split('. ', 1)
  return refuse(`${sentence.replace(/\.$/, '')}. See ${command} --help.`)
}

/** Says that what was asked for could not be done. */
export function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`)
  return 1
}

export const asksForHelp = (argv: readonly string[]) => argv.includes('--help') || argv.includes('-h')

/** Says what was asked for. */
export function tell(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}
