// Looks now and then how much space is left where a relay keeps what people write: little is told to who leads, next to
// none stops all writing until there is more.
import type { Logger } from 'pino'
import { sentenceOf } from '../shared/relay/closeCodes'
import { freeBytes } from './diskSpace'

export interface Disk {
  /** Less is left than should be. */
  isLow(): boolean
  /** So little is left that nothing more may be written. */
  isFull(): boolean
  /** Calls back when one of these changes; gives the way to stop that. */
  listen(changed: () => void): () => void
}

export interface DiskWatch extends Disk {
  /** A write has failed for want of space, whatever was measured. */
  refused(): void
  stop(): void
}

export interface DiskNeeds {
  /** On the disk that is watched; undefined where what people write is kept elsewhere. */
  folder: string | undefined
  /** With fewer bytes free it is low, and full. */
  lowBelow: number
  fullBelow: number
  /** Whether writing has worked since it was refused. */
  writes(): boolean
  log: Logger
}

/** So often (ms). */
const lookEvery = 2000
/** What was low or full is so until there is so much more. */
const easedFrom = 1.1

export function watchDisk({ folder, lowBelow, fullBelow, writes, log }: DiskNeeds): DiskWatch {
  const listeners = new Set<() => void>()
  let isLow = false
  let isFull = false
  let wasRefused = false

  const become = (low: boolean, full: boolean, free?: number) => {
    if (low === isLow && full === isFull) return
    const said = full ? 'the disk is full: nothing is written' : low ? 'the disk is nearly full' : undefined
    if (said) log.warn({ freeBytes: free, lowBelow, fullBelow }, said)
    else log.info({ freeBytes: free }, 'the disk has space again')
    isLow = low
    isFull = full
    for (const changed of listeners) changed()
  }
  const look = async () => {
    if (wasRefused && writes()) wasRefused = false
    if (folder === undefined) return become(wasRefused, wasRefused)
    // What cannot be measured just now is as it was.
    const free = await freeBytes(folder).catch(() => undefined)
    if (free === undefined) return
    const isBelow = (limit: number, was: boolean) => free < (was ? limit * easedFrom : limit)
    const full = wasRefused || isBelow(fullBelow, isFull)
    become(full || isBelow(lowBelow, isLow), full, free)
  }
  const timer = setInterval(() => void look(), lookEvery).unref()
  void look()

  return {
    isLow: () => isLow,
    isFull: () => isFull,
    listen(changed) {
      listeners.add(changed)
      return () => void listeners.delete(changed)
    },
    refused() {
      wasRefused = true
      become(true, true)
    },
    stop: () => clearInterval(timer),
  }
}

/** Nothing is written while the disk is full. */
export class OutOfSpace extends Error {
  constructor() {
    super(sentenceOf('diskFull'))
  }
}

/** True when a write failed because there is no space left, on this machine or where the database is. */
export function isOutOfSpace(error: unknown): boolean {
  if (error instanceof OutOfSpace) return true
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  // ENOSPC and EDQUOT of the system, 53100 of Postgres; LevelDB and Redis say it in words.
  if (/^(ENOSPC|EDQUOT|53100)$/.test(code) || /no space left|disk quota exceeded/i.test(error.message))
    return true
  return isOutOfSpace(error.cause)
}
