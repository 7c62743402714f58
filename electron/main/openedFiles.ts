// Files that the person opened from outside: the file manager, the command line, a second start.
import { isAbsolute, resolve } from 'node:path'

/** The `.samverk` files named on a command line, relative ones seen from `folder`. Flags and web addresses are none. */
export function filesInArguments(argv: readonly string[], folder: string): string[] {
  return argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.samverk'))
    .filter((argument) => !/^[a-z][a-z0-9+.-]+:\/\//i.test(argument))
    .map((argument) => (isAbsolute(argument) ? argument : resolve(folder, argument)))
}
