// Prints the print document in a Chromium without a window, told what to do through pipes: no port is opened, and
// nobody else on the machine can read the address, which admits to the session.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { rootFlags } from '../electronRuntime.mjs'

/** Waits in the page, which may not have its first element yet, until the document is laid out; its outcome. */
const whenReady = `new Promise((resolve) => {
  const look = () => {
    const ready = document.documentElement?.dataset.ready
    if (ready) resolve(ready)
    else setTimeout(look, 30)
  }
  look()
})`

const flags = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--disable-gpu',
  '--hide-scrollbars',
  // Nothing but this machine is reached, whatever the browser would like to ask its maker.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
]

/**
 * The PDF of the print document at `address`.
 * @param program a Chromium, Chrome or Edge
 * @param folder an empty one of its own, for what the browser writes
 * @param patience ms
 * @throws when the browser does not start or the document can't be laid out in time.
 */
export async function printInBrowser(
  program: string,
  address: string,
  folder: string,
  patience: number,
): Promise<Uint8Array> {
  const child = spawn(program, [...flags, ...rootFlags(), `--user-data-dir=${join(folder, 'browser')}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('the browser ended by itself')))
  })
  ended.catch(() => {})
  const killed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  try {
    const [, , , write, read] = child.stdio as unknown as [null, null, null, Writable, Readable]
    return await Promise.race([print(talk(write, read), address), ended])
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
    if (child.pid !== undefined) await killed
  }
}

async function print(ask: Ask, address: string): Promise<Uint8Array> {
  const { targetId } = await ask('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await ask('Target.attachToTarget', { targetId, flatten: true })
  const page: Ask = (method, params) => ask(method, params, String(sessionId))
  await page('Page.enable')
  await page('Page.navigate', { url: address })
  const result = await page('Runtime.evaluate', {
    expression: whenReady,
    awaitPromise: true,
    returnByValue: true,
  })
  if ((result.result as { value?: unknown } | undefined)?.value !== 'true')
    throw new Error('the print document could not be laid out')
  const { data } = await page('Page.printToPDF', {
    printBackground: true,
    preferCSSPageSize: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    marginTop: 0,
    marginBottom: 0,
    marginLeft: 0,
    marginRight: 0,
  })
  return Buffer.from(String(data), 'base64')
}

type Ask = (
  method: string,
  params?: Record<string, unknown>,
  session?: string,
) => Promise<Record<string, unknown>>

/** The DevTools protocol over pipes: JSON messages, each ended by a zero byte. */
function talk(write: Writable, read: Readable): Ask {
  const waiting = new Map<
    number,
    { resolve: (value: Record<string, unknown>) => void; reject: (why: Error) => void }
  >()
  let last = 0
  let parts: Buffer[] = []
  // A browser that ended closes its pipes; that is told elsewhere.
  write.on('error', () => {})
  read.on('data', (chunk: Buffer) => {
    let from = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      heard(Buffer.concat([...parts, chunk.subarray(from, end)]).toString('utf8'))
      parts = []
      from = end + 1
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  })
  const heard = (message: string) => {
    const { id, result, error } = JSON.parse(message) as {
      id?: number
      result?: Record<string, unknown>
      error?: { message: string }
    }
    const asked = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || !asked) return
    waiting.delete(id)
    if (error) asked.reject(new Error(error.message))
    else asked.resolve(result ?? {})
  }
  return (method, params = {}, session) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, { resolve, reject })
      write.write(`${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`)
    })
}
