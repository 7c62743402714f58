// Pictures, named by the hash of their bytes: no name from outside reaches the place where they lie.
import { createHash } from 'node:crypto'
import { storedAsset, type StoredAsset } from '../shared/relay/api'
import type { Limits } from '../shared/relay/limits'
import type { Disk } from './diskWatch'
import type { PictureFiles } from './pictureFiles'
import { judgePicture } from './pictures/judgePicture'
import { queueByKey } from './queueByKey'
import type { Quotas } from './quotas'
import type { AssetRefusal, Assets } from './relay'
import type { Storage } from './storage'

export interface AssetStore extends Assets {
  deleteAll(sessionId: string): Promise<void>
}

export interface AssetNeeds {
  files: PictureFiles
  storage: Storage
  limits: Limits
  quotas: Pick<Quotas, 'roomBytes'>
  disk: Disk
}

export function openAssets({ files, storage, limits, quotas, disk }: AssetNeeds): AssetStore {
  const keyOf = (sessionId: string, sha256: string) => `asset!${sessionId}!${sha256}`
  const isHash = (sha256: string) => storedAsset.shape.sha256.safeParse(sha256).success
  /** One after another in a session, so that several at once do not get past a quota together. */
  const inTurn = queueByKey()

  const list = async (sessionId: string) =>
    (await storage.listRecords(`asset!${sessionId}`)).map(({ value }) => value as StoredAsset)
  const fullFor = async (sessionId: string, more: number): Promise<AssetRefusal['kind'] | undefined> => {
    const pictures = await list(sessionId)
    const bytes = pictures.reduce((sum, each) => sum + each.bytes, more)
    if (pictures.length >= limits.assetsPerSession || bytes > limits.assetBytesPerSession) return 'quota'
    return (await quotas.roomBytes(sessionId)) + bytes > limits.sessionBytes ? 'sessionFull' : undefined
  }
  const keep = async (sessionId: string, asset: StoredAsset, bytes: Uint8Array) => {
    const key = keyOf(sessionId, asset.sha256)
    const known = (await storage.getRecord(key)) as StoredAsset | undefined
    if (known) return known
    const full = disk.isFull() ? 'diskFull' : await fullFor(sessionId, bytes.length)
    if (full) return { kind: full }
    await files.write(sessionId, asset.sha256, bytes)
    await storage.putRecords([{ key, value: asset }])
    return asset
  }

  return {
    async put(sessionId, bytes) {
      if (bytes.length > limits.assetBytes) return { kind: 'tooLarge' }
      const picture = judgePicture(bytes, limits.assetPixels)
      if (picture.kind !== 'sound') return picture
      const sha256 = createHash('sha256').update(picture.bytes).digest('hex')
      const asset = { sha256, type: picture.type, bytes: picture.bytes.length }
      return inTurn([sessionId], () => keep(sessionId, asset, picture.bytes))
    },
    async get(sessionId, sha256) {
      if (!isHash(sha256)) return undefined
      const asset = (await storage.getRecord(keyOf(sessionId, sha256))) as StoredAsset | undefined
      if (!asset) return undefined
      const bytes = await files.read(sessionId, sha256)
      return bytes && { asset, bytes }
    },
    list,
    async deleteAll(sessionId) {
      await storage.deleteRecords((await list(sessionId)).map(({ sha256 }) => keyOf(sessionId, sha256)))
      await files.deleteAll(sessionId)
    },
  }
}
