// Builds the whiteboard on a page of its own, and bare tldraw on another, and serves them.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build } from 'vite'

const pages = fileURLToPath(new URL('../../renderer/features/whiteboard/bench/', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export async function buildBoardPages(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: pages,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: 'chrome120',
      chunkSizeWarningLimit: 5000,
      rollupOptions: { input: { ours: join(pages, 'index.html'), bare: join(pages, 'bare.html') } },
    },
  })
}

/** Serves a folder on this computer alone. `extra` holds more files by name. */
export async function serveFolder(
  folder: string,
  extra: ReadonlyMap<string, string>,
): Promise<{ url: string; close(): void }> {
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    const body = extra.get(path.slice(1)) ?? (await readFile(join(folder, path)).catch(() => null))
    response.writeHead(body === null ? 404 : 200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
    })
    response.end(body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
