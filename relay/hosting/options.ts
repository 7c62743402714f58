// Every option of a relay by itself, once: what it is called, what it takes, what it is for, and what it must be.
// The name `keyFile` is `--key-file` on the command line, SAMVERKSTAD_KEY_FILE in the environment, and "keyFile" in the
// file with the options.
import type { z } from 'zod'
import { levels } from '../log'
import * as shape from './optionShapes'

export interface Option<T = unknown> {
  /** What stands for the value in the help. */
  takes: string
  /** Half a sentence for the help, with the default. */
  does: string
  /** Completes the sentence "--port must be …". */
  mustBe: string
  /** Reads the value from text as well as from JSON. */
  shape: z.ZodType<T>
  /** May be given several times; from text also separated by commas. */
  isList?: true
  /** A path: in the file with the options it counts from that file's folder. */
  isPath?: true
  /** The value carries a secret: no message repeats it. */
  isSecret?: true
}

const path = (takes: string, does: string) =>
  ({ takes, does, mustBe: 'a path', shape: shape.text, isPath: true }) as const
const wholeNumber = (takes: string, does: string, least: number, most: number) =>
  ({
    takes,
    does,
    mustBe: `a whole number from ${least} to ${most}`,
    shape: shape.wholeNumber(least, most),
  }) as const

export const options = {
  data: path('DIR', 'folder for the database and the pictures; made when it is not there'),
  port: wholeNumber('P', 'port to listen on; 0 takes any free one (default 4750)', 0, 65535),
  host: {
    takes: 'H',
    does: 'address to listen on (default 127.0.0.1)',
    mustBe: 'an address or a name',
    shape: shape.text,
  },
  publicUrl: {
    takes: 'URL',
    does: 'how guests reach this relay, as in https://workshops.example.se; stands in links and QR codes',
    mustBe: 'an address like https://workshops.example.se, without a path',
    shape: shape.origin,
  },
  keyFile: path(
    'F',
    'file with the key that may create sessions; made when it is not there (default DIR/key)',
  ),
  tlsCert: path(
    'F',
    'certificate chain (PEM), for TLS without a proxy; read anew on SIGHUP, together with its key',
  ),
  tlsKey: path('F', 'private key of the certificate (PEM)'),
  trustProxy: {
    takes: 'A',
    does: 'address or network of a proxy that is believed about whom it passes on, as in 127.0.0.1 or 10.0.0.0/8; may be given several times',
    mustBe: 'addresses or networks like 127.0.0.1 or 10.0.0.0/8',
    shape: shape.networks,
    isList: true,
  },
  allowOrigin: {
    takes: 'O',
    does: 'origin of another site whose pages may read answers; may be given several times (default none)',
    mustBe: 'origins like https://example.se',
    shape: shape.origins,
    isList: true,
  },
  pages: path('DIR', 'the built pages for guests (default: those beside the program)'),
  logLevel: {
    takes: 'L',
    does: `how much is logged: ${levels.join(', ')} (default info)`,
    mustBe: `one of ${levels.join(', ')}`,
    shape: shape.level,
  },
  metricsKeyFile: path('F', 'file with a key that opens /metrics and nothing else'),
  metricsListen: {
    takes: 'H:P',
    does: 'serves /metrics without a key on an address of its own, as in 127.0.0.1:9475',
    mustBe: 'an address and a port like 127.0.0.1:9475',
    shape: shape.place,
  },
  redis: {
    takes: 'URL',
    does: 'with --postgres: one of several relays for the same sessions; addresses with passwords belong into the environment',
    mustBe: 'an address like redis://127.0.0.1:6379',
    shape: shape.address('redis', 'rediss'),
    isSecret: true,
  },
  postgres: {
    takes: 'URL',
    does: 'with --redis: where several relays keep what they share',
    mustBe: 'an address like postgres://relay@127.0.0.1/samverkstad',
    shape: shape.address('postgres', 'postgresql'),
    isSecret: true,
  },
  keepDays: wholeNumber(
    'N',
    'deletes sessions in which nothing has changed for N days (default: keeps them)',
    1,
    36500,
  ),
  warnDays: wholeNumber(
    'N',
    'so many days before it is deleted a session says so to everybody who opens it (default 14)',
    1,
    3650,
  ),
  limits: {
    takes: 'NAME=N',
    does: 'a limit other than its default, as in roomBytes=100000000; may be given several times; in the file an object',
    mustBe:
      'NAME=N with the name of a limit (docs/relay-protocol.md, 5) and a whole number; warnPercent from 1 to 100',
    shape: shape.limits,
    isList: true,
  },
} as const satisfies Record<string, Option>

export type OptionName = keyof typeof options
export const optionNames = Object.keys(options) as OptionName[]

/** What was given, by option; what was not given is left out. */
export type Given = { -readonly [N in OptionName]?: z.infer<(typeof options)[N]['shape']> }

/** `keyFile` → `--key-file`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** `keyFile` → `SAMVERKSTAD_KEY_FILE`. */
export function variableOf(name: string): string {
  return `SAMVERKSTAD_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`
}
