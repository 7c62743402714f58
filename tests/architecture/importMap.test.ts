import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { createRequire } from 'node:module'
import type { ICruiseResult } from 'dependency-cruiser'
import { afterEach, expect, test } from 'vitest'
import { importMap } from './importMap'

// dependency-cruiser never tells swc that a file is TSX; it is told here, before dependency-cruiser takes hold of it.
const swc = createRequire(import.meta.url)('@swc/core') as typeof import('@swc/core')
const { parseFileSync } = swc
swc.parseFileSync = ((file: string, options: object) =>
  parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') } as Parameters<
    typeof parseFileSync
  >[1])) as typeof parseFileSync
const { cruise } = await import('dependency-cruiser')

const root = join(import.meta.dirname, '../..')

async function read(folders: string[]): Promise<ICruiseResult> {
  const result = await cruise(folders, {
    baseDir: root,
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](test[.]tsx?|css|png|svg|jpg|woff2)' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'] },
    validate: true,
    ruleSet: { forbidden: importMap },
  })
  return result.output as ICruiseResult
}

const broken = (result: ICruiseResult) =>
  result.summary.violations.map((each) => `${each.rule.name}: ${each.from} → ${each.to}`)

const planted: string[] = []
afterEach(() => planted.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** Writes a file with a forbidden import into a folder of its own, and gives its path. */
function plant(under: string, source: string): string {
  mkdirSync(join(root, under), { recursive: true })
  const folder = mkdtempSync(join(root, under, 'canary-'))
  planted.push(folder)
  writeFileSync(join(folder, 'canary.ts'), source)
  return relative(root, folder)
}

test('every import is one that the map allows', async () => {
  const result = await read(['electron', 'renderer', 'shared', 'relay'])
  expect(result.summary.totalCruised).toBeGreaterThan(80)
  expect(result.summary.totalDependenciesCruised ?? 0).toBeGreaterThan(150)
  expect(broken(result)).toEqual([])
}, 60_000)

// The parser does not tell types from values, so this one is read as text.
test('the preload script takes nothing but types from the bridge', () => {
  const source = readFileSync(join(root, 'electron/preload/index.ts'), 'utf8')
  const imports = [...source.matchAll(/^import (type )?.* from '(.+)'$/gm)]
  expect(imports.length).toBeGreaterThan(1)
  for (const [statement, type, from] of imports)
    if (from !== 'electron') expect(type, statement).toBe('type ')
})

test.each([
  [
    'shared',
    "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
    'shared-stays-pure',
  ],
  ['relay', "import { app } from 'electron'\nexport const a = app\n", 'relay-is-plain-node'],
  [
    'renderer/features/whiteboard',
    "import Page from '../../businessModel/BusinessModelPage'\nexport const p = Page\n",
    'features-stay-apart',
  ],
  ['electron/preload', "import { z } from 'zod'\nexport const a = z\n", 'preload-imports-electron-alone'],
  ['renderer/ui', "import { net } from 'electron'\nexport const a = net\n", 'the-page-has-no-machine'],
])('a forbidden import in %s is found', async (under, source, rule) => {
  const result = await read([plant(under, source)])
  expect(result.summary.violations.map((each) => each.rule.name)).toContain(rule)
})
