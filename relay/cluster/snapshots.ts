// Snapshots of rooms in Postgres, and updates that were set aside.
import type { RoomName } from '../../shared/relay/roles'
import { packedHead, packedIn } from '../content'
import type { Snapshot } from '../storage'
import { askTwice, inTransaction, type Postgres } from './postgres'

export interface Snapshots {
  read(sessionId: string, room: RoomName): Promise<Snapshot | undefined>
  /** False when a later one is there, or the session was deleted. Durable when it resolves. */
  put(sessionId: string, room: RoomName, snapshot: Snapshot): Promise<boolean>
  setAside(sessionId: string, room: RoomName, seq: number, update: Uint8Array): Promise<void>
  list(sessionId: string): Promise<{ room: RoomName; changedAt: number }[]>
  /** Bytes of each snapshot's content as an update. */
  weigh(sessionId: string): Promise<Map<RoomName, number>>
  /** Everything of a session; nothing can be put into it any more. */
  deleteAll(sessionId: string): Promise<void>
}

/** Writers of a session's snapshots hold this together, its deletion alone. */
const lockOf = (shared: '' | '_shared') => `select pg_advisory_xact_lock${shared}(4750002, hashtext($1))`

export function keepSnapshots(postgres: Postgres): Snapshots {
  return {
    async read(sessionId, room) {
      const { rows } = await askTwice(() =>
        postgres.query<{ up_to: string; content: Buffer; state_vector: Buffer }>(
          `select up_to, content, state_vector from samverkstad.snapshots where session = $1 and room = $2`,
          [sessionId, room],
        ),
      )
      const row = rows[0]
      return (
        row && {
          upTo: Number(row.up_to),
          content: new Uint8Array(row.content),
          stateVector: new Uint8Array(row.state_vector),
        }
      )
    },

    put: (sessionId, room, { upTo, content, stateVector }) =>
      inTransaction(postgres, async (client) => {
        await client.query(lockOf('_shared'), [sessionId])
        const { rowCount } = await client.query(
          `insert into samverkstad.snapshots as there (session, room, up_to, content, state_vector, changed_at)
           select $1, $2, $3, $4, $5, $6
           where not exists (select from samverkstad.deleted_sessions where session = $1)
           on conflict (session, room) do update
           set up_to = excluded.up_to, content = excluded.content, state_vector = excluded.state_vector,
               changed_at = excluded.changed_at
           where there.up_to <= excluded.up_to`,
          [sessionId, room, upTo, Buffer.from(content), Buffer.from(stateVector), Date.now()],
        )
        return rowCount === 1
      }),

    async setAside(sessionId, room, seq, update) {
      await postgres.query('insert into samverkstad.aside values ($1, $2, $3, $4) on conflict do nothing', [
        sessionId,
        room,
        seq,
        Buffer.from(update),
      ])
    },

    async list(sessionId) {
      const { rows } = await askTwice(() =>
        postgres.query<{ room: RoomName; changed_at: string }>(
          'select room, changed_at from samverkstad.snapshots where session = $1',
          [sessionId],
        ),
      )
      return rows.map(({ room, changed_at }) => ({ room, changedAt: Number(changed_at) }))
    },

    async weigh(sessionId) {
      const { rows } = await askTwice(() =>
        postgres.query<{ room: RoomName; bytes: number; head: Buffer }>(
          `select room, octet_length(content) as bytes, substring(content from 1 for ${packedHead}) as head
           from samverkstad.snapshots where session = $1`,
          [sessionId],
        ),
      )
      return new Map(rows.map(({ room, bytes, head }) => [room, packedIn(head)?.updateLength ?? bytes]))
    },

    deleteAll: (sessionId) =>
      inTransaction(postgres, async (client) => {
        await client.query(lockOf(''), [sessionId])
        await client.query('insert into samverkstad.deleted_sessions values ($1) on conflict do nothing', [
          sessionId,
        ])
        for (const table of ['snapshots', 'aside'])
          await client.query(`delete from samverkstad.${table} where session = $1`, [sessionId])
      }),
  }
}
