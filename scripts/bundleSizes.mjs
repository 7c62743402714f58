// How much JavaScript a page loads before it can be used, gzipped, read from the bundler's manifest.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a guest on a canvas page may load at first, in bytes. */
const guestLimit = 300_000

/** The pages people open, and the lazily loaded modules that they cannot do without. Paths as in the manifest. */
const pages = [
  {
    name: 'guest, joining',
    entry: 'guest/index.html',
    lazy: [/^\.\.\/resources\/locales\/sv\/(ui|guest)\.json$/],
    limit: guestLimit,
  },
  canvas('a business model', 'businessModel/BusinessModelPage'),
  canvas('an impact chain, as a table', 'impactChain/ImpactChainPage'),
  canvas('a financing plan', 'financingPlan/FinancingPlanPage'),
  {
    name: 'facilitator, at home',
    entry: 'facilitator/index.html',
    lazy: [/^features\/sessions\//, /^\.\.\/resources\/locales\/sv\//],
  },
  {
    name: 'facilitator, on a whiteboard',
    entry: 'facilitator/index.html',
    lazy: [
      /^(facilitator|workshop)\//,
      /^features\/(sessions|whiteboard)\//,
      /^\.\.\/resources\/locales\/sv\//,
    ],
  },
  { name: 'print document', entry: 'print/index.html', lazy: [/./] },
]

/** A guest on a canvas page. What is fetched in a quiet moment afterwards, and a chain's drawing, come later. */
function canvas(name, page) {
  const [feature] = page.split('/')
  return {
    name: `guest, on ${name}`,
    entry: 'guest/index.html',
    lazy: [
      new RegExp(`^features/${page}\\.tsx$`),
      new RegExp(`^\\.\\./resources/locales/sv/(ui|guest|workshop|people|${feature})\\.json$`),
    ],
    limit: guestLimit,
    page,
  }
}

/** Modules that no guest on a canvas page may need. */
const whiteboardOnly = /tldraw|features\/whiteboard/

/**
 * Measures the build in `out`.
 * @returns {{ table: string, faults: string[] }}
 */
export function measureBundle(out) {
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
  const gzipped = new Map()
  const sizeOf = (file) => {
    if (!gzipped.has(file)) gzipped.set(file, gzipSync(readFileSync(join(out, 'renderer', file))).length)
    return gzipped.get(file)
  }
  const faults = []
  const rows = pages.map(({ name, entry, lazy, limit, page }) => {
    const keys = reach(manifest, entry, lazy)
    if (keys.size === 0) faults.push(`The build has no ${entry}.`)
    const files = [...new Set([...keys].map((key) => manifest[key].file))].filter((file) =>
      file.endsWith('.js'),
    )
    const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0)
    if (limit !== undefined && bytes > limit)
      faults.push(`${name}: ${kilobytes(bytes)} of JavaScript, more than ${kilobytes(limit)}.`)
    if (page !== undefined) {
      const heavy = [...keys].filter((key) => whiteboardOnly.test(key))
      if (heavy.length > 0) faults.push(`${name}: the whiteboard comes along (${heavy.join(', ')}).`)
      const carrier = files.find((file) => carriesTldraw(join(out, 'renderer', file)))
      if (carrier) faults.push(`${name}: ${carrier} carries tldraw.`)
      if (!keys.has(`features/${page}.tsx`)) faults.push(`${name}: its page was not found in the build.`)
    }
    return [name, String(files.length), kilobytes(bytes), limit === undefined ? '' : kilobytes(limit)]
  })
  return { table: layOut([['first load of', 'files', 'JavaScript, gzipped', 'at most'], ...rows]), faults }
}

/** The manifest's keys that are loaded with `entry`: what it imports, and those lazy modules that match. */
function reach(manifest, entry, lazy) {
  const found = new Set()
  const visit = (key) => {
    const chunk = manifest[key]
    if (!chunk || found.has(key)) return
    found.add(key)
    for (const next of chunk.imports ?? []) visit(next)
    for (const next of chunk.dynamicImports ?? []) if (lazy.some((pattern) => pattern.test(next))) visit(next)
  }
  visit(entry)
  return found
}

/** tldraw writes its name into every page that has it. */
const carriesTldraw = (path) => readFileSync(path, 'utf8').includes('tl-watermark_')

const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`

function layOut(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('   ')
  return rows.map(line).join('\n')
}
