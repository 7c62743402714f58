#!/usr/bin/env node
// `npm run build`: builds everything and prints what a page costs to load first; fails when a guest's costs too much.
import { build, ensureInstalled, outFolder, requireNode } from './prepare.mjs'
import { measureBundle } from './bundleSizes.mjs'

requireNode()
ensureInstalled()
const code = await build()
if (code !== 0) process.exit(code)
const { table, faults } = measureBundle(outFolder())
console.log(`\n${table}\n`)
for (const fault of faults) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
