// `relay-verify DIR`: whether everything that a relay keeps can be read, and what is damaged if not.
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkBackup } from '../backup/backupFile'
import { firstSentence, say } from '../hosting/sentences'
import { causeOf, databaseIn, isCorruption, openLevelStorage, type LevelStorage } from '../levelStorage'
import { keepPicturesIn } from '../pictureFiles'
import { describe, isDamage } from './findings'
import { verifyStore, type Report } from './verifyStore'

export const verifyHelp = `Usage: relay-verify DIR [--json]
       relay-verify FILE

Reads everything in a relay's data folder and says what is damaged: records, the snapshot and the updates of every
room, pictures. The relay must not run on it meanwhile; back up and restore elsewhere to look at a running one. Of a
backup FILE it says whether it is whole.

  --json   the report as JSON
  --help   shows this

The exit code is 0 when nothing is damaged, 1 when something is, 2 for wrong use. Run it as the user the relay runs as.
`

export async function runVerifyCommand(argv: readonly string[]): Promise<number> {
  let given
  try {
    given = parseArgs({
      args: [...argv],
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
  } catch (error) {
    return say(`${firstSentence(error)} See relay-verify --help.`, 2)
  }
  const { values, positionals } = given
  if (values.help) {
    process.stdout.write(verifyHelp)
    return 0
  }
  const [place] = positionals
  if (place === undefined || positionals.length > 1)
    return say('Say which folder to look through. See relay-verify --help.', 2)
  try {
    if (existsSync(place) && (await stat(place)).isFile()) return await verifyFile(place)
    return await verifyFolder(place, values.json === true)
  } catch (error) {
    return say(firstSentence(error), 1)
  }
}

async function verifyFile(file: string): Promise<number> {
  const { values, pictures } = await checkBackup(file)
  process.stdout.write(`${file}: a whole backup of ${values} entries and ${pictures} pictures\n`)
  return 0
}

async function verifyFolder(dataDir: string, asJson: boolean): Promise<number> {
  if (!existsSync(databaseIn(dataDir))) throw new Error(`There is no relay's data in ${dataDir}.`)
  const storage = await openUnmended(dataDir)
  const root = join(dataDir, 'assets')
  const report = await verifyStore(storage, keepPicturesIn(root), root).finally(() => storage.close())
  process.stdout.write(asJson ? `${JSON.stringify(report, null, 1)}\n` : tell(report))
  return report.sound ? 0 : 1
}

async function openUnmended(dataDir: string): Promise<LevelStorage> {
  try {
    return await openLevelStorage(dataDir, { mends: false })
  } catch (error) {
    if (causeOf(error) === 'LEVEL_LOCKED')
      throw new Error(`A relay uses ${dataDir}: stop it first, or look through a restored backup.`, {
        cause: error,
      })
    if (isCorruption(error))
      throw new Error(
        `The database in ${dataDir} does not open; a relay that starts on it mends what can be mended.`,
        { cause: error },
      )
    throw error
  }
}

function tell({ sessions, rooms, updates, records, pictures, findings, sound }: Report): string {
  const counts = `${sessions} sessions, ${rooms} rooms, ${updates} updates, ${records} records, ${pictures} pictures`
  const damaged = findings.filter(isDamage).length
  const verdict = sound
    ? 'nothing is damaged'
    : `${damaged} ${damaged === 1 ? 'thing is' : 'things are'} damaged`
  return [...findings.map(describe), `${counts}: ${verdict}`, ''].join('\n')
}
