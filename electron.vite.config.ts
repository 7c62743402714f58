import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// SAMVERKSTAD_OUT lets several builds of one tree live side by side.
const out = process.env.SAMVERKSTAD_OUT ?? 'out'

export default defineConfig({
  main: {
    build: {
      outDir: `${out}/main`,
      target: 'node20',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          index: resolve('electron/main/index.ts'),
          relayProcess: resolve('electron/relayProcess/index.ts'),
          printFile: resolve('electron/main/printFile.ts'),
          mergeWorker: resolve('relay/mergeWorker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
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
    plugins: [react()],
    build: {
      outDir: `${out}/renderer`,
      target: ['chrome120', 'safari16.4', 'firefox115'],
      assetsInlineLimit: 0,
      rollupOptions: {
        input: {
          facilitator: resolve('renderer/facilitator/index.html'),
          guest: resolve('renderer/guest/index.html'),
          print: resolve('renderer/print/index.html'),
        },
      },
    },
  },
})
