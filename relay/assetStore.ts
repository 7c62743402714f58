// Pictures on disk, one file each, named by the hash of their bytes: no name from outside reaches the file system.
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sessionId as sessionIdShape, storedAsset, type StoredAsset } from '../shared/relay/api'
import type { Limits } from '../shared/relay/limits'
import { pictureType } from './pictureType'
import type { Assets } from './relay'
import { newId } from './secrets'
import type { Storage } from './storage'

export interface AssetStore extends Assets {
  deleteAll(sessionId: string): Promise<void>
}

export function openAssets(dataDir: string, storage: Storage, limits: Limits): AssetStore {
  const root = join(dataDir, 'assets')
  const folderOf = (sessionId: string) => join(root, sessionIdShape.parse(sessionId))
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
      const folder = folderOf(sessionId)
      await mkdir(folder, { recursive: true })
      await writeWhole(join(folder, sha256), bytes)
      const asset: StoredAsset = { sha256, type, bytes: bytes.length }
      await storage.putRecords([{ key: keyOf(sessionId, sha256), value: asset }])
      return asset
    },
    async get(sessionId, sha256) {
      if (!isHash(sha256)) return undefined
      const asset = (await storage.getRecord(keyOf(sessionId, sha256))) as StoredAsset | undefined
      if (!asset) return undefined
      try {
        return { asset, bytes: await readFile(join(folderOf(sessionId), sha256)) }
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
        throw error
      }
    },
    list,
    async deleteAll(sessionId) {
      await storage.deleteRecords((await list(sessionId)).map(({ sha256 }) => keyOf(sessionId, sha256)))
      await rm(folderOf(sessionId), { recursive: true, force: true })
    },
  }
}

/** On disk whole or not at all. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${newId()}`
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
