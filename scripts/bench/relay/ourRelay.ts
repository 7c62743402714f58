// The relay's command as a process of its own.
import { runRelayCommand } from '../../../relay/commandLine'

process.exitCode = await runRelayCommand(process.argv.slice(2))
process.exit()
