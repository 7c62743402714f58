import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listPageFiles, type PageFiles } from './pageFiles'

const place = mkdtempSync(join(tmpdir(), 'pages-'))
const root = join(place, 'renderer')
let pages: PageFiles

beforeAll(async () => {
  for (const folder of ['facilitator', 'print', 'guest', 'assets/deep', 'other'])
    mkdirSync(join(root, folder), { recursive: true })
  mkdirSync(join(place, 'renderer-backup'))
  for (const file of [
    'facilitator/index.html',
    'print/index.html',
    'guest/index.html',
    'assets/page-1a2b.js',
    'assets/deep/blåbär.svg',
    'assets/run.sh',
    'other/x.html',
    'manifest.json',
    '../secret.html',
    '../renderer-backup/index.html',
  ])
    writeFileSync(join(root, file), file)
  symlinkSync(join(place, 'secret.html'), join(root, 'assets/link.html'))
  pages = await listPageFiles(root)
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

test('what was built is found, with its type', () => {
  expect(pages.find('app://samverkstad/facilitator/index.html?x#y')).toMatchObject({
    file: join(root, 'facilitator/index.html'),
    type: 'text/html; charset=utf-8',
    isPage: true,
  })
  expect(pages.find('app://samverkstad/assets/page-1a2b.js')).toMatchObject({ isPage: false })
})

test.each([
  'app://samverkstad/',
  'app://samverkstad/facilitator/',
  'app://samverkstad/assets',
  'app://samverkstad/guest/index.html',
  'app://samverkstad/other/x.html',
  'app://samverkstad/manifest.json',
  'app://samverkstad/assets/run.sh',
  'app://samverkstad/assets/link.html',
  'app://samverkstad/../secret.html',
  'app://samverkstad/assets/../../secret.html',
  'app://samverkstad/%2e%2e/secret.html',
  'app://samverkstad/assets/%2e%2e%2f%2e%2e%2fsecret.html',
  'app://samverkstad/assets/..%2f..%2fsecret.html',
  'app://samverkstad/assets/..%5c..%5csecret.html',
  'app://samverkstad/assets/..\\..\\secret.html',
  'app://samverkstad//etc/passwd',
  'app://samverkstad/assets/page-1a2b.js%00.html',
  'app://samverkstad/../renderer-backup/index.html',
  'app://other/facilitator/index.html',
  'app://samverkstad.other/facilitator/index.html',
  'https://samverkstad/facilitator/index.html',
  'file:///etc/passwd',
  '/etc/passwd',
  '',
])('%s is not', (address) => expect(pages.find(address)).toBeUndefined())
