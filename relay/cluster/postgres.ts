// The way to Postgres: a few connections, and what counts as not reaching it.
import pg from 'pg'
import type { Logger } from 'pino'

/** Longer (ms) than this nobody waits for a connection or an answer. */
const patience = { connecting: 3000, answering: 20_000 }
const mostConnections = 8

export type Postgres = pg.Pool
export type PostgresClient = pg.PoolClient

export function reachPostgres(url: string, log: Logger): Postgres {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: patience.connecting,
    query_timeout: patience.answering,
    keepAlive: true,
    application_name: 'samverkstad',
  })
  // Connections at rest are lost when Postgres restarts; the next question opens another.
  pool.on('error', (error) => log.warn({ reason: error.message }, 'connection to Postgres lost'))
  return pool
}

/** Runs `work` in one transaction. */
export async function inTransaction<T>(
  postgres: Postgres,
  work: (client: PostgresClient) => Promise<T>,
): Promise<T> {
  const client = await postgres.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    // A connection that may be in the middle of something is not used again.
    client.release(true)
    throw error
  }
}

/** True when Postgres could not be asked; false when it has answered with an error. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return true
  // Shutting down, starting up, too many connections.
  return /^(57P0|53300|08)/.test(error.code ?? '')
}

/** Asks once more when the connection turns out to be lost. Only for what does no harm when done twice. */
export async function askTwice<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!isOutOfReach(error)) throw error
    return ask()
  }
}
