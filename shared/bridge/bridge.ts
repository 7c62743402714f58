// Everything the page may ask of the machine. What any browser can do (sessions, files as bytes, sharing) goes to the
// relay over HTTP instead; here is only what needs a desktop: dialogs, printing to a file, preferences, windows.
import { z } from 'zod'
import { sessionId } from '../relay/api'
import { fileProblem, sessionSummary } from '../relay/library'
import { newOrganisation, organisation } from '../relay/online'

export const languages = ['sv', 'en', 'x-rtl'] as const
export type Language = (typeof languages)[number]
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const preferences = z.object({ language: z.enum(languages), theme: z.enum(themes) })
export type Preferences = z.infer<typeof preferences>

export const papers = ['A4', 'A3'] as const
export type Paper = (typeof papers)[number]
export const printMarks = ['draft', 'final'] as const
export type PrintMark = (typeof printMarks)[number]

/** Which pages of which session to print, and how. */
export const printOrder = z.object({
  sessionId,
  /** Ids in the order of printing; at least one. */
  pageIds: z.array(z.string().min(1).max(64)).min(1).max(200),
  paper: z.enum(papers),
  language: z.enum(languages),
  /** Stands in the footer of every sheet; left out, nothing does. */
  mark: z.enum(printMarks).optional(),
})
export type PrintOrder = z.infer<typeof printOrder>

const nothing = z.undefined()
/** What came of a dialog: done, given up by the person, or failed for a reason the page can put in words. */
const cancelled = z.object({ outcome: z.literal('cancelled') })
const failed = z.object({
  outcome: z.literal('failed'),
  kind: z.enum(['damagedFile', 'newerFile', 'tooLarge', 'unreadable', 'diskFull', 'notAllowed', 'failed']),
})
const saved = z.object({
  outcome: z.literal('saved'),
  fileName: z.string(),
  /** What of the session is damaged on this computer, and not in the file. */
  unread: z.array(fileProblem).optional(),
})
export const saveOutcome = z.discriminatedUnion('outcome', [saved, cancelled, failed])
export type SaveOutcome = z.infer<typeof saveOutcome>
export const openOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('opened'), session: sessionSummary, problems: z.array(fileProblem) }),
  cancelled,
  failed,
])
export type OpenOutcome = z.infer<typeof openOutcome>

export const bridge = {
  /** The organisation to share online with; null while none is set. Its key is never told. */
  readOrganisation: { input: nothing, output: organisation.nullable() },
  /** Keeps the organisation, its key by the system's safe storage; null when the address is none or it cannot be kept. */
  writeOrganisation: { input: newOrganisation, output: organisation.nullable() },
  forgetOrganisation: { input: nothing, output: nothing },
  /** The desktop's own relay, and the key of this launch. Waits until the relay answers. */
  connection: { input: nothing, output: z.object({ url: z.url(), key: z.string() }) },
  readPreferences: { input: nothing, output: preferences },
  writePreferences: { input: preferences.partial(), output: preferences },
  /** Shows the open dialog, gives the file to the relay. */
  openSessionFile: { input: nothing, output: openOutcome },
  /** Shows the save dialog, writes the session as `.samverk`, whole or not at all. */
  saveSessionCopy: {
    input: z.object({ sessionId, fileName: z.string().min(1).max(200) }),
    output: saveOutcome,
  },
  /** Prints to PDF, asks where to put it, writes it whole or not at all. */
  savePdf: {
    input: z.object({ order: printOrder, fileName: z.string().min(1).max(200) }),
    output: saveOutcome,
  },
  /** Opens an https or mailto address in the person's own browser; anything else is refused. */
  openExternal: { input: z.url().max(2000), output: z.boolean() },
  /** The page listens now: commands sent before this wait until then. */
  ready: { input: nothing, output: nothing },
  /** The page's answer to `askedToClose`: all is saved, or not just now (`stay`); a later `close` closes unasked. */
  answerClose: { input: z.enum(['close', 'stay']), output: nothing },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Endpoint = keyof typeof bridge
export type Input<E extends Endpoint> = z.input<(typeof bridge)[E]['input']>
export type Output<E extends Endpoint> = z.output<(typeof bridge)[E]['output']>

/** What the menu can ask of the page. */
export const menuCommands = [
  'newSession',
  'openFile',
  'openOnline',
  'saveCopy',
  'share',
  'export',
  'home',
  'undo',
  'redo',
  'shortcuts',
  'about',
] as const
export type MenuCommand = (typeof menuCommands)[number]

/** What the machine tells the page. */
export type DesktopEvent =
  | { kind: 'command'; command: MenuCommand }
  | { kind: 'preferences'; preferences: Preferences }
  /** The window wants to close: save what is not saved, then `answerClose`. */
  | { kind: 'askedToClose' }
  /** A `.samverk` file was opened from the file manager or a second start. */
  | { kind: 'opened'; outcome: OpenOutcome }

/** `window.desktop`: one function an endpoint, and one way to listen. Nothing else. */
export type Desktop = {
  [E in Endpoint]: undefined extends Input<E>
    ? () => Promise<Output<E>>
    : (input: Input<E>) => Promise<Output<E>>
} & { listen(heard: (event: DesktopEvent) => void): () => void }
