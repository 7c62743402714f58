// The way to Redis: one connection that speaks and one that only listens, as a listening one may not speak.
import { Redis, type RedisOptions } from 'ioredis'
import type { Logger } from 'pino'

export interface RedisLinks {
  speaks: Redis
  listens: Redis
  /** Begins every key and channel of this organisation's relays. */
  prefix: string
}

/** What was asked for fails at once while Redis is out of reach; whoever wants to wait tries again. */
const options: RedisOptions = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  commandTimeout: 10_000,
  connectTimeout: 3000,
  // Soon, as people wait; not all relays at the same moment.
  retryStrategy: (tries) => Math.min(50 * 2 ** Math.min(tries, 10), 500) * (0.75 + Math.random() / 2),
  lazyConnect: true,
}

export async function reachRedis(url: string, log: Logger): Promise<RedisLinks> {
  const open = (name: string) => {
    const redis = new Redis(url, { ...options, connectionName: `samverkstad-${name}` })
    // Said once each time: while it is out of reach, every attempt fails with the same.
    let isLost = false
    redis.on('error', (error: Error) => {
      if (!isLost) log.warn({ reason: reasonOf(error) }, 'connection to Redis lost')
      isLost = true
    })
    redis.on('ready', () => {
      if (isLost) log.info('connected to Redis again')
      isLost = false
    })
    return redis
  }
  const links = { speaks: open('speaks'), listens: open('listens') }
  try {
    await Promise.all([links.speaks.connect(), links.listens.connect()])
  } catch (error) {
    leaveRedis(links)
    throw new Error(`Redis cannot be reached: ${reasonOf(error)}`, { cause: error })
  }
  // Channels are the same for all databases of one Redis.
  return { ...links, prefix: `samverkstad:${links.speaks.options.db ?? 0}:` }
}

export function leaveRedis({ speaks, listens }: Pick<RedisLinks, 'speaks' | 'listens'>): void {
  speaks.disconnect()
  listens.disconnect()
}

/**
 * Throws when this Redis would not keep what it acknowledges, or belongs to the relays of another database.
 * @param identity of the database in Postgres.
 */
export async function checkRedis(
  { speaks, prefix }: RedisLinks,
  identity: string,
  log: Logger,
): Promise<void> {
  await speaks.set(`${prefix}identity`, identity, 'NX')
  if ((await speaks.get(`${prefix}identity`)) !== identity)
    throw new Error('This Redis belongs to relays with another Postgres database.')
  const settings = await readSettings(speaks)
  if (!settings) {
    log.warn('Redis does not tell its settings; it must run with appendonly yes and appendfsync always')
    return
  }
  if (settings.appendonly !== 'yes' || settings.appendfsync !== 'always')
    throw new Error(
      'Redis must run with "appendonly yes" and "appendfsync always", or it loses what was acknowledged.',
    )
  if (settings['maxmemory-policy'] !== 'noeviction')
    throw new Error('Redis must run with "maxmemory-policy noeviction", or it drops what was acknowledged.')
}

/** Undefined where asking for them is forbidden. */
async function readSettings(redis: Redis): Promise<Record<string, string> | undefined> {
  try {
    const names = ['appendonly', 'appendfsync', 'maxmemory-policy'] as const
    const settings: Record<string, string> = {}
    for (const name of names) settings[name] = ((await redis.config('GET', name)) as string[])[1] ?? ''
    return settings
  } catch {
    return undefined
  }
}

/** True when Redis could not be asked, or is not ready yet; false when it has answered with an error. */
export function isRedisAway(error: unknown): boolean {
  const { name = '', message = '' } = error instanceof Error ? error : {}
  return name !== 'ReplyError' || /^(LOADING|BUSY|MASTERDOWN|TRYAGAIN)/.test(message)
}

/** A refused connection comes as many errors in one, without a message of its own. */
export function reasonOf(error: unknown): string {
  const { message = '', code = '' } = error as { message?: string; code?: string }
  return message || code || String(error)
}
