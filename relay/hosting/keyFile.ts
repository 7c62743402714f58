// The key that may create sessions, in a file of its own: never on a command line, where every user could read it.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { newSecret } from '../secrets'

/** The key in `file`; a new one, for its owner's eyes alone, when there is no such file. Throws when it is no key. */
export async function readOrMakeKey(file: string): Promise<string> {
  try {
    return await readKey(file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  const key = newSecret()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
  return key
}

/** The key in `file`. Throws when the file cannot be read, or what is in it is no key. */
export async function readKey(file: string): Promise<string> {
  const key = (await readFile(file, 'utf8')).trim()
  if (!/^[\x21-\x7e]{20,200}$/.test(key))
    throw new Error(`The key in ${file} must have 20 to 200 characters, no spaces.`)
  return key
}
