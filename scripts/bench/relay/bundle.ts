// The relay's program bundled as it is shipped, so that no loader is measured with it.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../../../', import.meta.url))
// Inside the repository, so that the packages left out of the bundle are found.
const outDir = join(root, `node_modules/.cache/relay-bench-${process.pid}`)

/** Builds the program and gives its path. */
export async function bundleRelay(): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: {
      noExternal: true,
      external: ['classic-level', 'pg-native', 'pg-cloudflare', 'cloudflare:sockets'],
    },
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

export const dropBundle = (): Promise<void> => rm(outDir, { recursive: true, force: true })
