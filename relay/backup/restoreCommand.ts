// `relay-restore FILE --data DIR`: a backup into an empty folder, for a relay to go on from there.
import { parseArgs } from 'node:util'
import { firstSentence, say } from '../hosting/sentences'
import { restoreBackup } from './restoreBackup'

export const restoreHelp = `Usage: relay-restore FILE --data DIR

Puts a backup into the folder DIR, which must be empty or not there. The file is read through once before anything is
written; one that is damaged is refused.

  --data DIR   the data folder of the relay that will go on with it
  --help       shows this

Everybody's way in is restored as well. The relay's key is not in a backup: put it where it was.
`

/** Exit code 0 when everything is there, 1 when not, 2 for wrong use. */
export async function runRestoreCommand(argv: readonly string[]): Promise<number> {
  let given
  try {
    given = parseArgs({
      args: [...argv],
      options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    return say(`${firstSentence(error)} See relay-restore --help.`, 2)
  }
  const { values, positionals } = given
  if (values.help) {
    process.stdout.write(restoreHelp)
    return 0
  }
  const [file] = positionals
  if (file === undefined || positionals.length > 1 || values.data === undefined)
    return say('Say which backup to restore, and where to (FILE --data DIR). See relay-restore --help.', 2)
  try {
    const { values: entries, pictures } = await restoreBackup(file, values.data)
    process.stdout.write(`${values.data}: ${entries} entries and ${pictures} pictures restored\n`)
    return 0
  } catch (error) {
    return say(firstSentence(error), 1)
  }
}
