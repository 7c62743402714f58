// Pictures in Postgres, where every relay finds them.
import type { PictureFiles } from '../pictureFiles'
import { askTwice, type Postgres } from './postgres'

export function keepPictures(postgres: Postgres): PictureFiles {
  return {
    async write(sessionId, sha256, bytes) {
      await askTwice(() =>
        postgres.query('insert into samverkstad.pictures values ($1, $2, $3) on conflict do nothing', [
          sessionId,
          sha256,
          Buffer.from(bytes),
        ]),
      )
    },
    async read(sessionId, sha256) {
      const { rows } = await askTwice(() =>
        postgres.query<{ content: Buffer }>(
          'select content from samverkstad.pictures where session = $1 and sha256 = $2',
          [sessionId, sha256],
        ),
      )
      return rows[0]?.content
    },
    async deleteAll(sessionId) {
      await postgres.query('delete from samverkstad.pictures where session = $1', [sessionId])
    },
  }
}
