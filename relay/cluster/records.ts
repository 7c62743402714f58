// Records in Postgres. JSON is kept as text: character by character what was put, and compared as such.
import type { Records } from '../storage'
import { askTwice, isOutOfReach, type Postgres } from './postgres'
import { rememberRecent } from './recent'

export interface SharedRecords extends Records {
  /** Tokens and members of a session, or of all, may have changed through another relay. */
  forget(sessionId?: string): void
}

/** While Postgres is out of reach, who was here lately stays who they were: these records are answered from memory. */
const remembered = /^(token|member)!/
const remember = { most: 20_000, ms: 12 * 60 * 60_000 }

interface Row {
  key: string
  value: string
}

export function keepRecords(postgres: Postgres): SharedRecords {
  const recent = rememberRecent<string>(remember)

  const read = async (key: string): Promise<string | undefined> => {
    const isRemembered = remembered.test(key)
    const since = performance.now()
    try {
      const { rows } = await askTwice(() =>
        postgres.query<Row>({
          name: 'get record',
          text: 'select value from samverkstad.records where key = $1',
          values: [key],
        }),
      )
      const value = rows[0]?.value
      if (value === undefined) recent.drop(key)
      else if (isRemembered) recent.set(key, value, sessionOf(value), since)
      return value
    } catch (error) {
      const known = isRemembered && isOutOfReach(error) ? recent.get(key) : undefined
      if (known === undefined) throw error
      return known
    }
  }
  const wrote = (keys: readonly string[]) => recent.forget(keys.filter((key) => remembered.test(key)))
  const parse = (value: string | undefined): unknown => (value === undefined ? undefined : JSON.parse(value))

  return {
    getRecord: async (key) => parse(await read(key)),

    async putRecords(records) {
      // The same order everywhere, so that no two wait for one another; of the same key twice the last one counts.
      const byKey = new Map(records.map(({ key, value }) => [key, JSON.stringify(value)]))
      const keys = [...byKey.keys()].sort()
      await postgres.query(
        `insert into samverkstad.records select * from unnest($1::text[], $2::text[])
         on conflict (key) do update set value = excluded.value`,
        [keys, keys.map((key) => byKey.get(key))],
      )
      wrote(keys)
    },

    async deleteRecords(keys) {
      if (keys.length === 0) return
      wrote(keys)
      await postgres.query('delete from samverkstad.records where key = any($1)', [[...keys].sort()])
    },

    async updateRecord(key, change) {
      type Value = Parameters<typeof change>[0]
      for (;;) {
        const { rows } = await postgres.query<Row>('select value from samverkstad.records where key = $1', [
          key,
        ])
        const before = rows[0]?.value
        const stored = parse(before) as Value
        const changed = change(stored)
        if (changed === stored) return stored
        const { rowCount } =
          changed === undefined
            ? await postgres.query('delete from samverkstad.records where key = $1 and value = $2', [
                key,
                before,
              ])
            : before === undefined
              ? await postgres.query(
                  'insert into samverkstad.records values ($1, $2) on conflict do nothing',
                  [key, JSON.stringify(changed)],
                )
              : await postgres.query(
                  'update samverkstad.records set value = $3 where key = $1 and value = $2',
                  [key, before, JSON.stringify(changed)],
                )
        wrote([key])
        // Otherwise somebody else was faster: the change is made of what they left.
        if (rowCount === 1) return changed
      }
    },

    async listRecords(prefix) {
      // `"` is the character after `!`.
      const { rows } = await askTwice(() =>
        postgres.query<Row>(
          'select key, value from samverkstad.records where key > $1 and key < $2 order by key',
          [`${prefix}!`, `${prefix}"`],
        ),
      )
      return rows.map(({ key, value }) => ({ key, value: parse(value) }))
    },

    forget: recent.forgetGroup,
  }
}

/** Tokens and members say whose they are. */
const sessionOf = (value: string) => (JSON.parse(value) as { sessionId: string }).sessionId
