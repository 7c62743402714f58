// The relay's program as it is shipped: `node relay.js`, which runs a relay, and `node relay.js backup` and the like.
import { say } from './hosting/sentences'

const commands: Readonly<Record<string, () => Promise<(argv: readonly string[]) => Promise<number>>>> = {
  run: async () => (await import('./commandLine')).runRelayCommand,
  backup: async () => (await import('./backup/backupCommand')).runBackupCommand,
  restore: async () => (await import('./backup/restoreCommand')).runRestoreCommand,
  verify: async () => (await import('./verify/verifyCommand')).runVerifyCommand,
}

async function run([name = '', ...rest]: readonly string[]): Promise<number> {
  // Without a command's name, it is all options of `run`.
  if (name === '' || name.startsWith('-'))
    return (await commands.run!())([name, ...rest].filter((each) => each !== ''))
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return say(`There is no command "${name}": there are ${Object.keys(commands).join(', ')}.`, 2)
  return (await command())(rest)
}

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (problem: unknown) => process.exit(say(problem instanceof Error ? problem.message : String(problem), 1)),
)
