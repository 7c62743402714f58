// What `relay --help` says, made from the options themselves.
import { defaultLimits } from '../../shared/relay/limits'
import { flagOf, optionNames, options } from './options'

const widest = 100

export function relayHelp(): string {
  const rows = [
    ...optionNames.map((name) => [`${flagOf(name)} ${options[name].takes}`, options[name].does] as const),
    ['--config F', 'JSON file with any of these options, as in {"port": 4750, "keyFile": "key"}'] as const,
    ['--help', 'shows this'] as const,
  ]
  const width = Math.max(...rows.map(([flag]) => flag.length)) + 4
  const lines = rows.map(([flag, does]) => `  ${flag.padEnd(width - 2)}${wrap(does, width)}`)
  const limits = Object.entries(defaultLimits).map(([name, value]) => `${name}=${value}`)
  return `Usage: relay --data DIR [options]

Serves the rooms of workshops to browsers and apps until it is stopped.

${lines.join('\n')}

Every option can stand in the environment as well (--key-file F as SAMVERKSTAD_KEY_FILE=F) and in the file. A flag
outweighs the environment, and that the file.

The limits and their defaults, in bytes and ms (what each is for: docs/relay-protocol.md, 5):
  ${wrap(limits.join(' '), 2)}
`
}

function wrap(text: string, indent: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line && indent + line.length + 1 + word.length > widest) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.join(`\n${' '.repeat(indent)}`)
}
