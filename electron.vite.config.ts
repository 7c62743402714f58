import { readFileSync, renameSync, rmdirSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// SAMVERKSTAD_OUT lets several builds of one tree live side by side.
const out = process.env.SAMVERKSTAD_OUT ?? 'out'
const developmentPort = Number(process.env.SAMVERKSTAD_DEV_PORT ?? 5173)

/** The desk that development in a browser goes on with: the page knows only the bundler's address. */
const desk = process.env.SAMVERKSTAD_DESK
const toDesk = (target: string) => ({ target, changeOrigin: true, ws: true })

/** The window's icon stands beside the program that shows it. */
const windowIcon: Plugin = {
  name: 'window-icon',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: 'icon.png',
      source: readFileSync(resolve('resources/icons/icon.png')),
    })
  },
}

/**
 * What a guest reads whose browser is too old to start the page: in both languages, as nothing of ours runs there.
 * It stands in the guest's index.html, where the page draws over it.
 */
const wordsWithoutScript: Plugin = {
  name: 'words-without-script',
  transformIndexHtml(html) {
    const words = ['sv', 'en'].map((language) => {
      const file = readFileSync(resolve('resources/locales', language, 'check.json'), 'utf8')
      const { tooOld } = JSON.parse(file) as { tooOld: string }
      return `<p lang="${language}">${tooOld}</p>`
    })
    return html.replace('<!-- tooOld -->', words.join(''))
  },
}

/** What scripts/build.mjs reads is no part of what is served. */
const manifestAside: Plugin = {
  name: 'manifest-aside',
  writeBundle({ dir }) {
    if (dir === undefined) return
    renameSync(resolve(dir, '.vite/manifest.json'), resolve(dir, '../manifest.json'))
    rmdirSync(resolve(dir, '.vite'))
  },
}

/** React Aria brings its words in thirty languages; only those of our own interface come along. */
const interfaceLanguages: Plugin = {
  name: 'interface-languages',
  enforce: 'pre',
  load(id) {
    const words =
      /\/react-(?:aria|stately|aria-components)\/dist\/private\/intl\/(?:.+\/)?([a-z]{2}-[A-Z]{2})\.mjs$/.exec(
        id,
      )
    return words && !['sv-SE', 'en-US'].includes(words[1]!) ? 'export default undefined' : undefined
  },
}

/** Parts of libraries that no page uses and that their bundles cannot drop by themselves; every guest would load them. */
const unused = [
  // Schemas described as JSON Schema.
  /\/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/,
  // A console drawn on the page, of which Yjs's warnings use the colours.
  /\/lib0\/dom\.js$/,
]

/** Gives those parts' functions without what is in them. */
const leaveOutUnused: Plugin = {
  name: 'leave-out-unused',
  enforce: 'pre',
  load(id) {
    if (!unused.some((path) => path.test(id))) return undefined
    const names = readFileSync(id, 'utf8').matchAll(/^export (?:const|function) ([$\w]+)/gm)
    return [...names].map(([, name]) => `export const ${name} = () => undefined`).join('\n')
  },
}

export default defineConfig({
  main: {
    plugins: [windowIcon],
    build: {
      outDir: `${out}/main`,
      target: 'node20',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: resolve('electron/main/index.ts'),
          printFile: resolve('electron/main/printFile.ts'),
          relayProcess: resolve('electron/relayProcess/index.ts'),
          mergeWorker: resolve('relay/mergeWorker.ts'),
          web: resolve('relay/desk/webCommand.ts'),
        },
        // All in one folder, because code finds its neighbours (preload, pages, processes) from its own place.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: `${out}/preload`,
      rollupOptions: {
        input: resolve('electron/preload/index.ts'),
        output: { format: 'cjs', entryFileNames: 'index.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    publicDir: false,
    base: './',
    plugins: [react(), interfaceLanguages, leaveOutUnused, wordsWithoutScript, manifestAside],
    // Its files are named with `?url`, which the bundler's cache of packages cannot read.
    optimizeDeps: { exclude: ['@tldraw/assets'] },
    // The desktop's pages keep their app:// address while developing, so hot reload must be told where it listens.
    server: {
      host: '127.0.0.1',
      port: developmentPort,
      strictPort: true,
      hmr: { host: '127.0.0.1', clientPort: developmentPort },
      ...(desk === undefined
        ? {}
        : {
            proxy: Object.fromEntries(
              ['/api', '/sync', '/healthz', '/probe'].map((path) => [path, toDesk(desk)]),
            ),
          }),
    },
    build: {
      outDir: `${out}/renderer`,
      // Guests' browsers: Chrome 120, Safari 16.4 and Firefox 115 all read ES2022. (A list of browsers would be
      // joined with electron-vite's own, and no browser may stand in it twice.)
      target: 'es2022',
      cssTarget: ['chrome120', 'safari16.4', 'firefox115'],
      minify: true,
      assetsInlineLimit: 0,
      // The whiteboard's own chunk is that large, and loaded only with a whiteboard.
      chunkSizeWarningLimit: 2500,
      manifest: true,
      rollupOptions: {
        input: {
          facilitator: resolve('renderer/facilitator/index.html'),
          guest: resolve('renderer/guest/index.html'),
          print: resolve('renderer/print/index.html'),
        },
        // What many places share comes in few files: each one costs a guest on a bad network a round trip.
        output: {
          advancedChunks: {
            groups: [
              { name: 'react', test: /node_modules\/(?:react|react-dom|scheduler|i18next)\//, priority: 2 },
              { name: 'icons', test: /node_modules\/lucide-react\//, minShareCount: 2 },
              {
                name: 'components',
                test: /renderer\/(?:ui|document)\/|node_modules\/(?:react-aria|react-stately)/,
                minShareCount: 5,
              },
            ],
          },
        },
      },
    },
  },
})
