// The built pages as app:// serves them: a fixed list of paths read at start, so that no address, however it is
// written, reaches a file outside that list.
import { readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pageHost, pageScheme } from './ourPage'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/** The folders of the build that the desktop shows; the guest's page comes from the relay alone. */
const folders = ['facilitator', 'print', 'assets']

export interface PageFile {
  /** Where it is on disk. */
  file: string
  type: string
  isPage: boolean
}

export interface PageFiles {
  /** The file at an app:// address; undefined when it is none of ours. */
  find(address: string): PageFile | undefined
}

/** Lists the build folder `root`. */
export async function listPageFiles(root: string): Promise<PageFiles> {
  const listed = new Map<string, PageFile>()
  for (const folder of folders)
    for (const path of await listFiles(root, folder)) {
      const type = types[extname(path)]
      if (type !== undefined)
        listed.set(`/${path}`, { file: join(root, path), type, isPage: path.endsWith('.html') })
    }
  return {
    find: (address) => {
      if (!URL.canParse(address)) return undefined
      const { protocol, host, pathname } = new URL(address)
      return protocol === `${pageScheme}:` && host === pageHost ? listed.get(pathname) : undefined
    },
  }
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? listFiles(root, path) : entry.isFile() ? [path] : []
    }),
  )
  return found.flat()
}
