// What several relays of one organisation stand on together: Redis for the logs and for what they tell one another,
// Postgres for everything else.
import type { Logger } from 'pino'
import type { Backing } from '../backing'
import { tellHere } from '../changes'
import { newId } from '../secrets'
import { openFeed } from './feed'
import { openNeighbourhood } from './neighbourhood'
import { keepPictures } from './pictures'
import { reachPostgres } from './postgres'
import { keepRecords } from './records'
import { checkRedis, leaveRedis, reachRedis, reasonOf } from './redis'
import { prepareSchema } from './schema'
import { shareChanges } from './sharedChanges'
import { shareLogs } from './sharedLogs'
import { sharePresence } from './sharedPresence'
import { keepSnapshots } from './snapshots'
import { weighCluster } from './weight'

export interface ClusterAddresses {
  /** `redis://…` or `rediss://…` */
  redis: string
  /** `postgres://…` */
  postgres: string
}

/** So long (ms) a relay that is to stop waits for a Redis that is away. */
const patience = 10_000

/** Throws a sentence when either cannot be reached or cannot be used. */
export async function openCluster(addresses: ClusterAddresses, log: Logger): Promise<Backing> {
  const postgres = reachPostgres(addresses.postgres, log)
  try {
    await postgres.query('select 1').catch((error: unknown) => {
      throw new Error(`Postgres cannot be used: ${reasonOf(error)}`, { cause: error })
    })
    const identity = await prepareSchema(postgres)
    const links = await reachRedis(addresses.redis, log)
    try {
      await checkRedis(links, identity, log)
      const feed = openFeed(links)
      const neighbourhood = await openNeighbourhood(feed, links.prefix, newId())
      const records = keepRecords(postgres)
      const logs = shareLogs(links, feed, keepSnapshots(postgres))
      return {
        storage: {
          ...records,
          ...logs,
          // Both come back by themselves.
          reopen: async () => {},
          async close() {
            await neighbourhood.close()
            leaveRedis(links)
            await postgres.end()
          },
        },
        pictures: keepPictures(postgres),
        weight: weighCluster(postgres, links.speaks),
        changes: shareChanges(tellHere(log), neighbourhood, records.forget),
        neighbours: sharePresence(feed, neighbourhood, links.prefix),
        stopsSoon: () => void setTimeout(logs.giveUp, patience).unref(),
      }
    } catch (error) {
      leaveRedis(links)
      throw error
    }
  } catch (error) {
    await postgres.end()
    throw error
  }
}
