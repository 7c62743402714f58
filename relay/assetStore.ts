// Pictures, named by the hash of their bytes: no name from outside reaches the place where they lie.
import { createHash } from 'node:crypto'
import { storedAsset, type StoredAsset } from '../shared/relay/api'
import type { Limits } from '../shared/relay/limits'
import type { PictureFiles } from './pictureFiles'
import { pictureType } from './pictureType'
import type { Assets } from './relay'
import type { Storage } from './storage'

export interface AssetStore extends Assets {
  deleteAll(sessionId: string): Promise<void>
}

export function openAssets(files: PictureFiles, storage: Storage, limits: Limits): AssetStore {
  const keyOf = (sessionId: string, sha256: string) => `asset!${sessionId}!${sha256}`
  const isHash = (sha256: string) => storedAsset.shape.sha256.safeParse(sha256).success

  const list = async (sessionId: string) =>
    (await storage.listRecords(`asset!${sessionId}`)).map(({ value }) => value as StoredAsset)

  return {
    async put(sessionId, bytes) {
      if (bytes.length > limits.assetBytes) return { kind: 'tooLarge' }
      const type = pictureType(bytes)
      if (!type) return { kind: 'wrongType' }
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const known = (await storage.getRecord(keyOf(sessionId, sha256))) as StoredAsset | undefined
      if (known) return known
      if ((await list(sessionId)).length >= limits.assetsPerSession) return { kind: 'quota' }
      await files.write(sessionId, sha256, bytes)
      const asset: StoredAsset = { sha256, type, bytes: bytes.length }
      await storage.putRecords([{ key: keyOf(sessionId, sha256), value: asset }])
      return asset
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
