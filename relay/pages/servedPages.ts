// The built pages as they are served: a fixed list of paths read from the build folder at start, so that no
// address, however it is written, reaches a file outside that list.
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export interface ServedFile {
  type: string
  etag: string
  isPage: boolean
  isScript: boolean
  /** The name carries a hash of the content: it may be kept for good. */
  isHashed: boolean
  body: Buffer
  /** Smaller forms, where compressing pays. */
  br?: Buffer
  gzip?: Buffer
}

export interface ServedPages {
  has(path: string): boolean
  /** The file at a path as it stands in the request line; undefined when there is none. */
  find(path: string): Promise<ServedFile | undefined>
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

/** Browsers ask for it whatever the page says; the icon itself is among the assets. */
export const iconPath = '/favicon.ico'

/** True for paths that guests may load: everything but the facilitator's page. */
export function isForGuests(pages: ServedPages, method: string, path: string): boolean {
  const isPage = pages.has(path) && !path.startsWith('/facilitator')
  return (method === 'GET' || method === 'HEAD') && (isPage || path === iconPath)
}

/** Kinds of file that are compressed already. */
const dense = new Set(['.png', '.jpg', '.webp', '.woff2', '.woff', '.ico'])

/**
 * Lists the build folder `root` (facilitator/, guest/, print/, assets/…). The guest page also stands at `/`: the
 * address people type. Files are read and compressed at their first use and kept in memory.
 */
export async function servePages(root: string): Promise<ServedPages> {
  const listed = new Map<string, string>()
  for (const file of await listFiles(root, '')) {
    const page = /^(facilitator|guest|print)\/index\.html$/.exec(file)
    if (page) listed.set(`/${page[1]}/`, file)
    else if (extname(file) in types && extname(file) !== '.html') listed.set(`/${file}`, file)
  }
  const guest = listed.get('/guest/')
  if (guest) listed.set('/', guest)

  const read = new Map<string, Promise<ServedFile>>()
  return {
    has: (path) => listed.has(path),
    find: async (path) => {
      const file = listed.get(path)
      if (file === undefined) return undefined
      const known = read.get(file)
      if (known) return known
      const reading = readServed(root, file)
      read.set(file, reading)
      reading.catch(() => read.delete(file))
      return reading
    },
  }
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => [])
  const found = await Promise.all(
    entries.map((entry) => {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      return entry.isDirectory() ? listFiles(root, path) : entry.isFile() ? [path] : []
    }),
  )
  return found.flat()
}

async function readServed(root: string, file: string): Promise<ServedFile> {
  const body = await readFile(join(root, file))
  const extension = extname(file)
  const served: ServedFile = {
    type: types[extension]!,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    isPage: extension === '.html',
    isScript: extension === '.js' || extension === '.mjs',
    isHashed: /-[A-Za-z0-9_-]{8,}\.\w+$/.test(file),
    body,
  }
  if (dense.has(extension) || body.length < 1000) return served
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(body, quality),
    promisify(gzip)(body, { level: 9 }),
  ])
  if (br.length < body.length) served.br = br
  if (zipped.length < body.length) served.gzip = zipped
  return served
}
