// npm run bench:board: what the whiteboard's binding costs, beside a binding that writes whole records, and beside bare
// tldraw. Fails when a bound is broken.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { measureInBrowser } from './boardInBrowser'
import { makeNotes } from './boardNotes'
import { kilobytes, milliseconds, printTable } from './boardTable'

const root = fileURLToPath(new URL('../../', import.meta.url))
const figures = z.object({ wire: z.number(), stored: z.number(), plain: z.number(), load: z.number() })
const bindingFigures = z.object({ byProperty: figures, whole: figures })

/** In a process of its own, with tldraw as in production. */
function measureBinding(): z.infer<typeof bindingFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'samverkstad-binding-'))
  try {
    const notes = join(folder, 'notes.json')
    writeFileSync(notes, JSON.stringify(makeNotes(300)))
    const program = join(root, 'renderer/features/whiteboard/bench/measureBinding.ts')
    const ran = spawnSync(process.execPath, ['--import', 'tsx', program, notes], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    if (ran.status !== 0) throw new Error(`measuring the binding ended with ${ran.status}`)
    return bindingFigures.parse(JSON.parse(ran.stdout))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const { byProperty, whole } = measureBinding()
const bindingHolds = printTable(
  '20 people × 40 drags × 60 steps over 300 notes, every step sent',
  'whole records',
  [
    {
      what: 'on the wire',
      ours: kilobytes(byProperty.wire),
      other: kilobytes(whole.wire),
      ratio: byProperty.wire / whole.wire,
      bound: { most: 0.125 },
    },
    {
      what: 'stored, beside plain JSON',
      ours: kilobytes(byProperty.stored),
      other: `${kilobytes(whole.stored)} (JSON ${kilobytes(byProperty.plain)})`,
      ratio: byProperty.stored / byProperty.plain,
      bound: { most: 1.6 },
    },
    {
      what: 'to load',
      ours: milliseconds(byProperty.load),
      other: milliseconds(whole.load),
      ratio: byProperty.load / whole.load,
      bound: { most: 1.2 },
    },
  ],
)

const own = '/usr/bin/chromium'
const browser = await measureInBrowser(process.env.CHROMIUM ?? (existsSync(own) ? own : undefined))
const browserHolds = printTable('2,000 notes, ten people dragging, all in view', 'bare tldraw', [
  {
    what: 'to open, until all notes are drawn',
    ours: milliseconds(browser.open.ours),
    other: milliseconds(browser.open.bare),
    ratio: browser.open.ours / browser.open.bare,
    bound: { most: 1.2 },
  },
  {
    what: 'frames a second',
    ours: browser.fps.ours.toFixed(1),
    other: browser.fps.bare.toFixed(1),
    ratio: browser.fps.ours / browser.fps.bare,
    bound: { least: 0.9 },
  },
])

process.exit(bindingHolds && browserHolds ? 0 : 1)
