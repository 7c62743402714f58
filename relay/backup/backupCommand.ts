// `relay-backup --data DIR --out FILE`: everything a relay keeps as one file, whether it runs just now or not.
import { existsSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { readKey } from '../hosting/keyFile'
import { findRunning } from '../hosting/runningRelay'
import { firstSentence, say } from '../hosting/sentences'
import { causeOf, databaseIn, openLevelStorage } from '../levelStorage'
import { keepPicturesIn } from '../pictureFiles'
import { checkBackup, writeBackup, type BackupCount } from './backupFile'
import { fetchBackup } from './fetchBackup'
import { storeEntries } from './storeEntries'

export const backupHelp = `Usage: relay-backup --data DIR --out FILE
       relay-backup --url URL --key-file F --out FILE

Writes everything that a relay keeps into one file, as it stands at this moment. A relay that runs goes on meanwhile:
then it makes the backup itself, and is found by its data folder or by its address.

  --data DIR     the data folder of a relay on this computer
  --url URL      the address of a relay that runs
  --key-file F   file with the relay's key
  --out FILE     where the backup goes; there is no FILE until it is whole
  --help         shows this

The backup holds people's names and all they wrote, and not the relay's key. Keep it as you keep the data folder.
`

/** Exit code 0 when the backup is whole and on the disk, 1 when not, 2 for wrong use. */
export async function runBackupCommand(argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const
  let given
  try {
    given = parseArgs({
      args: [...argv],
      options: { data: text, url: text, 'key-file': text, out: text, help: { type: 'boolean', short: 'h' } },
    }).values
  } catch (error) {
    return say(`${firstSentence(error)} See relay-backup --help.`, 2)
  }
  if (given.help) {
    process.stdout.write(backupHelp)
    return 0
  }
  const { data, url, 'key-file': keyFile, out } = given
  if (out === undefined) return say('Say where the backup goes (--out FILE). See relay-backup --help.', 2)
  if (data === undefined && (url === undefined || keyFile === undefined))
    return say('Say what to back up: --data DIR, or --url URL with --key-file F. See relay-backup --help.', 2)
  try {
    const source =
      url === undefined ? await openSource(data!) : await askRelay(url, keyFile ?? join(data!, 'key'))
    const { values, pictures, gone, bytes } = await writeChecked(source, out)
    process.stdout.write(
      `${out}: ${values} entries and ${pictures} pictures, ${(bytes / 1e6).toFixed(1)} MB\n`,
    )
    if (gone > 0) process.stderr.write(`${gone} pictures were not where they should be.\n`)
    return 0
  } catch (error) {
    return say(firstSentence(error), 1)
  }
}

interface Source {
  bytes: Readable
  close(): Promise<void>
}

async function askRelay(url: string, keyFile: string): Promise<Source> {
  return { bytes: await fetchBackup(url, await readKey(keyFile)), close: async () => {} }
}

/** Reads the folder itself, or asks the relay that has it. */
async function openSource(dataDir: string): Promise<Source> {
  if (!existsSync(databaseIn(dataDir))) throw new Error(`There is no relay's data in ${dataDir}.`)
  try {
    const storage = await openLevelStorage(dataDir)
    const entries = storeEntries(storage.entries(), keepPicturesIn(join(dataDir, 'assets')))
    return { bytes: Readable.from(writeBackup(entries), { objectMode: false }), close: storage.close }
  } catch (error) {
    if (causeOf(error) !== 'LEVEL_LOCKED') throw error
  }
  const running = await findRunning(dataDir)
  if (!running)
    throw new Error(`Something uses ${dataDir}, and it does not say how it is reached: name its --url.`)
  return askRelay(running.url, running.keyFile)
}

/** Writes beside `out`, reads what was written, and only then lets it take its name. */
async function writeChecked({ bytes, close }: Source, out: string): Promise<BackupCount> {
  const draft = `${out}.partial`
  try {
    const file = await open(draft, 'w', 0o600)
    try {
      for await (const chunk of bytes) await file.writeFile(chunk as Buffer)
      await file.sync()
    } finally {
      await file.close()
    }
    const counted = await checkBackup(draft)
    await rename(draft, out)
    return counted
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await close()
  }
}
