// The command line: one word says which command, and each lives in its own file, loaded only when it is asked for.
type Run = (argv: readonly string[]) => Promise<number>

interface Command {
  /** What follows the command's name. */
  takes: string
  does: string
  load: () => Promise<Run>
}

const commands: Readonly<Record<string, Command>> = {
  demo: {
    takes: 'OUT.samverk',
    does: 'writes the demo session "Grannköket"',
    load: async () => (await import('./demo')).runDemoCommand,
  },
  export: {
    takes: 'FILE.samverk --pdf OUT.pdf',
    does: 'prints a session file to PDF',
    load: async () => (await import('./exportPdf')).runExportCommand,
  },
  check: {
    takes: 'FILE.samverk [--json]',
    does: 'lists all findings of a session',
    load: async () => (await import('./check')).runCheckCommand,
  },
  relay: {
    takes: '--data DIR [options]',
    does: 'runs a relay by itself',
    load: async () => (await import('../../relay/commandLine')).runRelayCommand,
  },
  'relay-backup': {
    takes: '--data DIR --out FILE',
    does: 'backs up everything a relay keeps, while it runs or not',
    load: async () => (await import('../../relay/backup/backupCommand')).runBackupCommand,
  },
  'relay-restore': {
    takes: 'FILE --data DIR',
    does: 'puts a backup into an empty folder',
    load: async () => (await import('../../relay/backup/restoreCommand')).runRestoreCommand,
  },
  'relay-verify': {
    takes: 'DIR [--json]',
    does: 'says whether anything a relay keeps is damaged',
    load: async () => (await import('../../relay/verify/verifyCommand')).runVerifyCommand,
  },
  web: {
    takes: '--data DIR [--port P] [--no-open]',
    does: 'serves the app to the browser on this computer',
    load: async () => (await import('../../relay/desk/webCommand')).runWebCommand,
  },
  financing: {
    takes: 'INPUT.json',
    does: 'computes a financing plan',
    load: async () => (await import('./financing')).runFinancingCommand,
  },
  impact: {
    takes: 'INPUT.json [--as-of YYYY-MM-DD] [--case NAME] [--sroi]',
    does: 'checks an impact chain',
    load: async () => (await import('./impact')).runImpactCommand,
  },
}

function usage(): string {
  const lines = Object.entries(commands).map(([name, { takes, does }]) => `  ${name} ${takes}\n      ${does}`)
  return `Usage: npm run --silent cli -- COMMAND\n\n${lines.join('\n')}\n\n  COMMAND --help says more about one of them.\n`
}

async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const isAsked = name !== undefined
    ;(isAsked ? process.stdout : process.stderr).write(usage())
    return isAsked ? 0 : 2
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    process.stderr.write(`There is no command "${name}"; --help lists those there are.\n`)
    return 2
  }
  return (await command.load())(rest)
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (problem: unknown) => {
    const sentence = (problem instanceof Error ? problem.message : String(problem)).split('\n', 1)[0]
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  },
)
