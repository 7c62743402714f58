// Opening and saving `.samverk` files. The page never names a path: the person does, in a dialog.
import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Language, OpenOutcome, SaveOutcome } from '../../../shared/bridge/bridge'
import type { LibraryApi } from '../libraryApi'
import { fileNameFor, saveProblem, saveWhole } from '../saveWhole'

/** Larger files are not even read; the relay has limits of its own. */
const largestFile = 512 * 1024 * 1024

type OpenProblem = Extract<OpenOutcome, { outcome: 'failed' }>['kind']

const failed = (kind: OpenProblem) => ({ outcome: 'failed', kind }) as const

export interface FileDialogs {
  /** The chosen path, or undefined when the person gave up. */
  chooseFile(): Promise<string | undefined>
  /** `name` stands proposed. */
  choosePlace(name: string): Promise<string | undefined>
}

/** Gives the file at `path` to the library. */
export async function openFile(path: string, library: LibraryApi, language: Language): Promise<OpenOutcome> {
  let bytes: Uint8Array<ArrayBuffer>
  try {
    if ((await stat(path)).size > largestFile) return failed('tooLarge')
    bytes = new Uint8Array(await readFile(path))
  } catch {
    return failed('unreadable')
  }
  const answer = await library.addFile(bytes, language)
  switch (answer.kind) {
    case 'opened':
      return { outcome: 'opened', ...answer.opened }
    case 'damagedFile':
    case 'newerFile':
    case 'tooLarge':
      return failed(answer.kind)
    case 'storageFailed':
    case 'diskFull':
    case 'quota':
      return failed('diskFull')
    default:
      return failed('failed')
  }
}

export function fileEndpoints(library: LibraryApi, dialogs: FileDialogs, language: () => Language) {
  return {
    openSessionFile: async (): Promise<OpenOutcome> => {
      const path = await dialogs.chooseFile()
      return path === undefined ? { outcome: 'cancelled' } : openFile(path, library, language())
    },
    saveSessionCopy: async (input: { sessionId: string; fileName: string }): Promise<SaveOutcome> => {
      const path = await dialogs.choosePlace(fileNameFor(input.fileName, '.samverk'))
      if (path === undefined) return { outcome: 'cancelled' }
      const answer = await library.readFile(input.sessionId)
      if (answer.kind !== 'file') return failed('failed')
      const outcome = await saveAt(path, answer.bytes)
      if (outcome.outcome !== 'saved') return outcome
      const unread = await library.listUnread(input.sessionId)
      return unread.length > 0 ? { ...outcome, unread } : outcome
    },
  }
}

/** Writes the bytes whole or not at all, and says what came of it. */
export async function saveAt(path: string, bytes: Uint8Array): Promise<SaveOutcome> {
  try {
    await saveWhole(path, bytes)
    return { outcome: 'saved', fileName: basename(path) }
  } catch (cause) {
    return failed(saveProblem(cause))
  }
}
