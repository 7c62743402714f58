// Bundles a page for tests once and serves it, so that each test loads a few files and not every module by itself.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, preview } from 'vite'

const root = resolve(import.meta.dirname, '..')

export interface ServedHarness {
  address: string
  close(): Promise<void>
}

/** @param page path of its HTML, from the project's root. */
export async function serveHarness(page: string): Promise<ServedHarness> {
  const outDir = mkdtempSync(join(tmpdir(), 'samverkstad-harness-'))
  const shared = { root, configFile: false, publicDir: false, logLevel: 'error' } as const
  // Vitest's own "test" would give React's slow build for developers, which nobody else gets.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await build({
    ...shared,
    plugins: [react()],
    build: { outDir, target: 'esnext', minify: false, rollupOptions: { input: resolve(root, page) } },
  }).finally(() => (process.env.NODE_ENV = NODE_ENV))
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, strictPort: false },
  })
  return {
    address: new URL(page, server.resolvedUrls!.local[0]).href,
    async close() {
      await server.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
