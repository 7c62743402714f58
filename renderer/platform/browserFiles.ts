// `.samverk` files in a browser: picked with its own dialog, saved as a download.
import type { Language, OpenOutcome, SaveOutcome } from '../../shared/bridge/bridge'
import { refusal } from '../../shared/relay/api'
import { openedFile, unreadParts } from '../../shared/relay/library'

export interface LibraryAccess {
  url: string
  key: string
}

/** Asks for a file and gives it to the library. */
export async function openBrowserFile(access: LibraryAccess, language: Language): Promise<OpenOutcome> {
  const file = await pickFile()
  if (!file) return { outcome: 'cancelled' }
  let response: Response
  try {
    response = await fetch(`${access.url}/api/library/file?language=${language === 'sv' ? 'sv' : 'en'}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access.key}`, 'content-type': 'application/octet-stream' },
      body: await file.arrayBuffer(),
    })
  } catch {
    return { outcome: 'failed', kind: 'unreadable' }
  }
  if (response.ok) return { outcome: 'opened', ...openedFile.parse(await response.json()) }
  const kind = refusal.safeParse(await response.json().catch(() => null)).data?.kind
  switch (kind) {
    case 'damagedFile':
    case 'newerFile':
    case 'tooLarge':
      return { outcome: 'failed', kind }
    case 'storageFailed':
    case 'diskFull':
    case 'quota':
      return { outcome: 'failed', kind: 'diskFull' }
    default:
      return { outcome: 'failed', kind: response.status === 413 ? 'tooLarge' : 'failed' }
  }
}

/** Downloads a session under `fileName`. */
export async function saveBrowserCopy(
  access: LibraryAccess,
  sessionId: string,
  fileName: string,
): Promise<SaveOutcome> {
  const ask = (what: string) =>
    fetch(`${access.url}/api/library/${encodeURIComponent(sessionId)}/${what}`, {
      headers: { authorization: `Bearer ${access.key}` },
    })
  try {
    const response = await ask('file')
    if (!response.ok) return { outcome: 'failed', kind: 'failed' }
    download(await response.blob(), fileName)
    const unread = unreadParts.parse(await (await ask('unread')).json())
    return { outcome: 'saved', fileName, ...(unread.length > 0 && { unread }) }
  } catch {
    return { outcome: 'failed', kind: 'failed' }
  }
}

function pickFile(): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.samverk'
    input.hidden = true
    const finish = (file: File | undefined) => {
      input.remove()
      resolve(file)
    }
    input.addEventListener('change', () => finish(input.files?.[0]))
    input.addEventListener('cancel', () => finish(undefined))
    // Safari forgets inputs that are not in the document.
    document.body.append(input)
    input.click()
  })
}

function download(blob: Blob, fileName: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = fileName
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
