// Every option of a relay by itself, once: what it is called, what it takes, what it is for, and what it must be.
// The name `keyFile` is `--key-file` on the command line, SAMVERKSTAD_KEY_FILE in the environment, and "keyFile" in the
// file with the options.
import { z } from 'zod'

export interface Option<T = unknown> {
  /** What stands for the value in the help. */
  takes: string
  /** Half a sentence for the help, with the default. */
  does: string
  /** Completes the sentence "--port must be …". */
  mustBe: string
  /** Reads the value from text as well as from JSON. */
  shape: z.ZodType<T>
  /** May be given several times; from text also separated by commas. */
  isList?: true
  /** A path: in the file with the options it counts from that file's folder. */
  isPath?: true
  /** The value is a secret or carries one: no message repeats it. */
  isSecret?: true
}

const text = z.string().min(1)

/** A file or folder. */
function path(takes: string, does: string): Option<string> {
  return { takes, does, mustBe: 'a path', shape: text, isPath: true }
}

/** A whole number; from text only in digits. */
function wholeNumber(takes: string, does: string, least: number, most: number): Option<number> {
  const number = z.number().int().min(least).max(most)
  return {
    takes,
    does,
    mustBe: `a whole number from ${least} to ${most}`,
    shape: z.union([number, z.string().regex(/^\d+$/).transform(Number).pipe(number)]),
  }
}

export const options = {
  data: path('DIR', 'folder for the database and the pictures; made when it is not there'),
  port: wholeNumber('P', 'port to listen on; 0 takes any free one (default 4750)', 0, 65535),
  host: {
    takes: 'H',
    does: 'address to listen on (default 127.0.0.1)',
    mustBe: 'an address or a name',
    shape: text,
  },
  keyFile: path(
    'F',
    'file with the key that may create sessions; made when it is not there (default DIR/key)',
  ),
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof options
export const optionNames = Object.keys(options) as OptionName[]

/** What was given, by option; what was not given is left out. */
export type Given = { -readonly [N in OptionName]?: z.infer<(typeof options)[N]['shape']> }

/** `keyFile` → `--key-file`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** `keyFile` → `SAMVERKSTAD_KEY_FILE`. */
export function variableOf(name: string): string {
  return `SAMVERKSTAD_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}
