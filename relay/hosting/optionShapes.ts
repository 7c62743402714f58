// What the options of a relay may be: each shape reads text, as from a flag, as well as JSON.
import { z } from 'zod'
import { defaultLimits, type Limits } from '../../shared/relay/limits'
import { isNetwork } from '../clients'
import { levels } from '../log'

export const text = z.string().min(1)

/** From text only in digits. */
export function wholeNumber(least: number, most: number): z.ZodType<number> {
  const number = z.number().int().min(least).max(most)
  return z.union([number, z.string().regex(/^\d+$/).transform(Number).pipe(number)])
}

/** `https://host[:port]`, without a slash at the end. */
export const origin = z
  .url({ protocol: /^https?$/ })
  .transform((url) => new URL(url))
  .refine(({ pathname, search, hash, username }) => pathname === '/' && !search && !hash && !username)
  .transform((url) => url.origin)

/** Also of schemes that only an app has. */
export const origins = z.array(z.string().regex(/^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+$/i))

export const networks = z.array(z.string().refine(isNetwork))

export const level = z.enum(levels)

/** `127.0.0.1:9475`, `[::1]:9475`. */
export const place = z
  .string()
  .transform((given) => /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(given))
  .refine((parts) => parts !== null && Number(parts[3]) <= 65535)
  .transform((parts) => ({ host: parts![1] ?? parts![2]!, port: Number(parts![3]) }))

const limitNames = Object.keys(defaultLimits) as (keyof Limits)[]
const limitName = z.enum(limitNames as [keyof Limits, ...(keyof Limits)[]])
const limitPairs = z
  .partialRecord(limitName, z.number().int().min(0).max(Number.MAX_SAFE_INTEGER))
  .refine(({ warnPercent = 100 }) => warnPercent >= 1 && warnPercent <= 100)

/** A list of one object or of `NAME=N`; what comes later outweighs. */
export const limits: z.ZodType<Partial<Limits>> = z
  .array(z.union([z.string().transform(asPair), z.record(z.string(), z.unknown())]))
  .transform((all) => Object.assign({}, ...all) as Record<string, unknown>)
  .pipe(limitPairs)

function asPair(given: string): Record<string, unknown> {
  const [name = '', value = ''] = given.split('=', 2)
  return { [name]: /^\d+$/.test(value) ? Number(value) : value }
}

/** An address with one of these schemes. */
export const address = (...schemes: string[]) =>
  z.string().refine((given) => URL.canParse(given) && schemes.includes(new URL(given).protocol.slice(0, -1)))
