// Where the relay writes what happens. Never names, addresses, tokens or content: only ids, counts and reasons.
import pino, { type Logger } from 'pino'

/** From everything to nothing. */
export const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type Level = (typeof levels)[number]

/** A log as JSON lines on `stream`. */
export function openLog(stream: NodeJS.WritableStream, level: Level = 'info'): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream)
}

export function silentLog(): Logger {
  return pino({ level: 'silent' })
}
