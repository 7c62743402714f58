// Rolling copies of changed sessions as `.samverk` files: `backups/<sessionId>/<moment>.samverk`.
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Relay } from '../relay'
import { writeAtomically } from './atomicFile'
import { readStored } from './storedSession'
import { writeSessionFile } from './writeSessionFile'

const everyMs = 10 * 60 * 1000
const lookMs = 60 * 1000
const dayMs = 24 * 60 * 60 * 1000
const latest = 5
const days = 7

const name = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z(-incomplete)?\.samverk$/

/** The name of a copy made at `ms`; sorts by time and is legal on every system. */
export function backupName(ms: number, isWhole = true): string {
  const moment = new Date(ms).toISOString().slice(0, 19).replaceAll(':', '-')
  return `${moment}Z${isWhole ? '' : '-incomplete'}.samverk`
}

function momentOf(file: string): number | undefined {
  const parts = name.exec(file)
  return parts ? Date.parse(`${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z`) : undefined
}

/**
 * Which of the copies in one folder to delete: all but the last 5 and the last of each day for 7 days. Those that lack
 * something damaged are counted for themselves, so that no whole one goes for their sake.
 */
export function outdatedBackups(files: readonly string[], now: number): string[] {
  const isWhole = (file: string) => name.exec(file)?.[5] === undefined
  return [true, false].flatMap((whole) =>
    outdated(
      files.filter((file) => isWhole(file) === whole),
      now,
    ),
  )
}

function outdated(files: readonly string[], now: number): string[] {
  const copies = files
    .flatMap((file) => {
      const moment = momentOf(file)
      return moment === undefined ? [] : [{ file, moment }]
    })
    .sort((a, b) => b.moment - a.moment)
  const kept = new Set(copies.slice(0, latest).map((copy) => copy.file))
  const seen = new Set<string>()
  for (const { file, moment } of copies) {
    const day = file.slice(0, 10)
    if (seen.has(day) || now - moment > days * dayMs) continue
    seen.add(day)
    kept.add(file)
  }
  return copies.map((copy) => copy.file).filter((file) => !kept.has(file))
}

export class Backups {
  readonly #relay: Relay
  readonly #folder: string
  readonly #log: Logger | undefined
  readonly #timer: NodeJS.Timeout
  #work: Promise<void> = Promise.resolve()

  /** Looks every minute for sessions that changed since their last copy, when that is 10 minutes old. */
  constructor(relay: Relay, dataDir: string, log?: Logger) {
    this.#relay = relay
    this.#folder = join(dataDir, 'backups')
    this.#log = log
    this.#timer = setInterval(() => void this.run(Date.now(), everyMs), lookMs)
    this.#timer.unref()
  }

  /** Copies each session that changed since its last copy, when that is at least `restMs` old. One run at a time. */
  run(now: number, restMs: number): Promise<void> {
    // A full disk must not stop the workshop; the next look tries again.
    const failed = (problem: unknown) =>
      this.#log?.error({ problem: String(problem) }, 'a backup could not be written')
    const copyAll = async () => {
      for (const { sessionId } of await this.#relay.sessions.list())
        await this.#copy(sessionId, now, restMs).catch(failed)
    }
    this.#work = this.#work.then(copyAll).catch(failed)
    return this.#work
  }

  /** Deletes a session's copies. */
  async forget(sessionId: string): Promise<void> {
    this.#work = this.#work.then(() => rm(join(this.#folder, sessionId), { recursive: true, force: true }))
    return this.#work
  }

  /** A last look, without waiting for the 10 minutes. */
  async close(): Promise<void> {
    clearInterval(this.#timer)
    await this.run(Date.now(), 0)
  }

  async #copy(sessionId: string, now: number, restMs: number): Promise<void> {
    const folder = join(this.#folder, sessionId)
    const files: string[] = await readdir(folder).catch(() => [])
    const last = Math.max(0, ...files.flatMap((file) => momentOf(file) ?? []))
    // Names hold whole seconds, so a change within the second of the last copy counts as new.
    if ((await this.#relay.rooms.changedAt(sessionId)) < last || now - last < restMs) return
    const content = await readStored(this.#relay, sessionId)
    if (content.rooms.size === 1 && content.assets.size === 0 && content.rooms.get('control')!.length <= 2)
      return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const file = backupName(now, content.unread.length === 0)
    await writeAtomically(join(folder, file), await writeSessionFile(content, now, content.unread))
    for (const old of outdatedBackups([...files, file], now)) await rm(join(folder, old), { force: true })
  }
}
