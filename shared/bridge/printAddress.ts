// The address of the print document. What to print and the token that admits to it stand in the fragment, which no
// browser sends to a server.
import { z } from 'zod'
import { printOrder } from './bridge'

export const printTask = z.object({
  order: printOrder,
  /** Admits to the session; any role may read. */
  token: z.string().min(1),
  /** Base address of the relay, `http://host:port`. */
  relay: z.url(),
})
export type PrintTask = z.infer<typeof printTask>

/** What the print document tells the page that shows it as a preview, once it is laid out or can't be. */
export const printNews = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('printReady'),
    sheets: z.number().int(),
    warnings: z.array(
      /** The drawing of a board had to be made so small that its smallest text has this size, in pt. */
      z.object({ kind: z.literal('smallText'), pageTitle: z.string(), points: z.number() }),
    ),
  }),
  z.object({ kind: z.literal('printFailed'), reason: z.enum(['unreadable', 'failed']) }),
])
export type PrintNews = z.infer<typeof printNews>
export type PrintWarning = Extract<PrintNews, { kind: 'printReady' }>['warnings'][number]

/** The print page of whoever serves the page at `origin`: the desktop's `app://…`, or a relay. */
export function printPageAt(origin: string): string {
  return origin.startsWith('app:') ? `${origin}/print/index.html` : `${origin}/print/`
}

/** The whole address that prints `task`. */
export function printAddress(origin: string, task: PrintTask): string {
  return `${printPageAt(origin)}#order=${toBase64Url(JSON.stringify(task))}`
}

/** What a fragment (`#order=…`) asks for; undefined when it can't be read. */
export function readPrintTask(fragment: string): PrintTask | undefined {
  const written = /^#?order=([A-Za-z0-9_-]+)$/.exec(fragment)?.[1]
  if (written === undefined) return undefined
  try {
    return printTask.safeParse(JSON.parse(fromBase64Url(written))).data
  } catch {
    return undefined
  }
}

function toBase64Url(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

function fromBase64Url(written: string): string {
  const binary = atob(written.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)))
}
