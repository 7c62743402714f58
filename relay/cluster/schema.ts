// The tables in Postgres, made and brought up to date when a relay starts.
import { newId } from '../secrets'
import { inTransaction, type Postgres } from './postgres'

/** Never changed, only added to: each brings the tables one version further. Texts sort byte by byte, as in LevelDB. */
const steps = [
  `create table samverkstad.records (
     key text collate "C" primary key,
     value text not null
   );
   create table samverkstad.snapshots (
     session text collate "C",
     room text collate "C",
     up_to bigint not null,
     content bytea not null,
     state_vector bytea not null,
     changed_at bigint not null,
     primary key (session, room)
   );
   create table samverkstad.aside (
     session text collate "C",
     room text collate "C",
     seq bigint,
     content bytea not null,
     primary key (session, room, seq)
   );
   create table samverkstad.pictures (
     session text collate "C",
     sha256 text collate "C",
     content bytea not null,
     primary key (session, sha256)
   );
   alter table samverkstad.pictures alter column content set storage external;
   create table samverkstad.deleted_sessions (
     session text collate "C" primary key,
     deleted_at timestamptz not null default now()
   );
   create table samverkstad.identity (id text not null);`,
]

/** Any number, the same in every relay. */
const schemaLock = 4_750_001

/**
 * Gives the identity of this database, by which relays notice a Redis that belongs to another. Throws when the tables
 * are those of a newer version.
 */
export async function prepareSchema(postgres: Postgres): Promise<string> {
  return inTransaction(postgres, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [schemaLock])
    await client.query('create schema if not exists samverkstad')
    await client.query('create table if not exists samverkstad.version (steps int not null)')
    const { rows } = await client.query<{ steps: number }>('select steps from samverkstad.version')
    const done = rows[0]?.steps ?? 0
    if (done > steps.length)
      throw new Error('The tables in Postgres were made by a newer version of this program.')
    for (const step of steps.slice(done)) await client.query(step)
    if (done === 0) {
      await client.query('insert into samverkstad.version values ($1)', [steps.length])
      await client.query('insert into samverkstad.identity values ($1)', [newId()])
    } else await client.query('update samverkstad.version set steps = $1', [steps.length])
    const identity = await client.query<{ id: string }>('select id from samverkstad.identity')
    return identity.rows[0]!.id
  })
}
