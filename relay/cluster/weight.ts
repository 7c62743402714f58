// How much the relays of one organisation keep together: what Postgres's tables take up, and what Redis holds beside them.
import type { Redis } from 'ioredis'
import type { StoreWeight } from '../backing'
import type { Postgres } from './postgres'

export function weighCluster(postgres: Postgres, redis: Redis): StoreWeight {
  const ofTables = async (which: '=' | '<>') => {
    const { rows } = await postgres.query<{ bytes: string }>(
      `select coalesce(sum(pg_total_relation_size(oid)), 0) as bytes from pg_class
       where relnamespace = 'samverkstad'::regnamespace and relkind = 'r' and relname ${which} 'pictures'`,
    )
    return Number(rows[0]!.bytes)
  }
  const ofRedis = async () => Number(/^used_memory_dataset:(\d+)/m.exec(await redis.info('memory'))?.[1] ?? 0)
  return {
    database: async () => (await ofTables('<>')) + (await ofRedis()),
    pictures: () => ofTables('='),
  }
}
