// The relay's command bundled as it is shipped: one file, its chunks, and the merge worker beside them. Starts in a
// tenth of the time that it takes from source.
import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
// Inside the repository, so that the packages left out of the bundle are found.
const outDir = join(root, 'node_modules/.cache', `relay-${randomUUID()}`)
let bundled: Promise<string> | undefined

afterAll(() => rm(outDir, { recursive: true, force: true }))

/** Path of the bundled command; built at the first call, gone after the test file. */
export function bundleRelay(): Promise<string> {
  return (bundled ??= bundle())
}

async function bundle(): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      rollupOptions: {
        input: {
          relay: join(root, 'relay/program.ts'),
          mergeWorker: join(root, 'relay/mergeWorker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return join(outDir, 'relay.js')
}
