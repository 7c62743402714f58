#!/usr/bin/env node
// `npm run bundle:relay`: the relay as one folder, dist/relay/, that needs Node and nothing else. --output DIR puts it
// elsewhere, and --no-build takes the pages that are built already.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt, ensureInstalled, outFolder, requireNode, root, say } from './prepare.mjs'

const { values } = parseArgs({ options: { output: { type: 'string' }, 'no-build': { type: 'boolean' } } })
const out = resolve(values.output ?? join(root, 'dist/relay'))

requireNode()
ensureInstalled()
if (!values['no-build']) await ensureBuilt()

/** Carries binaries for every system, so it stays as it came; the rest becomes part of the program. */
const asItCame = 'classic-level'
/** Asked for by libraries that go on without them. */
const optional = ['pg-native', 'pg-cloudflare', 'cloudflare:sockets']

rmSync(out, { recursive: true, force: true })
const bundled = await bundleProgram()
const copied = copyPackage(asItCame)
copyPages()
cpSync(join(root, 'LICENSE'), join(out, 'LICENSE'))
cpSync(join(root, 'resources/licences'), join(out, 'licences'), { recursive: true })
writeFileSync(join(out, 'licences/libraries.txt'), licencesOf(new Set([...bundled, ...copied])))
cpSync(join(root, 'docs/hosting'), join(out, 'hosting'), { recursive: true })
for (const page of ['hosting.md', 'several-relays.md', 'capacity.md', 'data-protection.md'])
  cpSync(join(root, 'docs', page), join(out, page))
writeFileSync(join(out, 'package.json'), `${JSON.stringify(describe(), null, 2)}\n`)
say(`The relay is in ${out}: node relay.js --help`)

function describe() {
  const { version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return { name: 'samverkstad-relay', version, license, private: true, type: 'module', engines }
}

/** Gives the folders of the packages that are in it. */
async function bundleProgram() {
  const { build } = await import('vite')
  const packages = new Set()
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, external: [asItCame, ...optional] },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20',
      rollupOptions: {
        input: { relay: join(root, 'relay/program.ts'), mergeWorker: join(root, 'relay/mergeWorker.ts') },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
    plugins: [
      {
        name: 'note-packages',
        generateBundle() {
          for (const id of this.getModuleIds()) {
            const folder = /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]
            if (folder) packages.add(folder)
          }
        },
      },
    ],
  })
  return packages
}

/** A package and all it needs, without what only compilers read. */
function copyPackage(name, seen = new Set()) {
  const from = join(root, 'node_modules', name)
  if (seen.has(from)) return seen
  seen.add(from)
  const forCompilers = /\/(deps|binding\.(cc|gyp)|prebuilds\/android[^/]*|.*\.(md|d\.ts|map))$/
  cpSync(from, join(out, 'node_modules', name), {
    recursive: true,
    filter: (path) => !forCompilers.test(path.slice(from.length)),
  })
  const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'))
  // Headers, of use only where the binary is compiled.
  for (const each of Object.keys(dependencies)) if (each !== 'napi-macros') copyPackage(each, seen)
  return seen
}

/** What guests load; the facilitator's page stays with the app. */
function copyPages() {
  const built = join(outFolder(), 'renderer')
  mkdirSync(join(out, 'pages'))
  for (const entry of readdirSync(built))
    if (entry !== 'facilitator') cpSync(join(built, entry), join(out, 'pages', entry), { recursive: true })
}

function licencesOf(folders) {
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(basename(each)))
    const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : ''
    return `${name} ${version} (${license})\n\n${text}`
  })
  return `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
