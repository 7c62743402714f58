// The system's own means to keep a secret: asynchronous where this Electron has them, else the older ones.
import { safeStorage } from 'electron'

export interface Vault {
  /** False where the system has nothing to keep secrets with. */
  isThere(): Promise<boolean>
  /** What it keeps is safe from others who can read this person's files. */
  protects(): boolean
  lock(secret: string): Promise<Buffer>
  /** Throws when it was locked by somebody else, or elsewhere. */
  unlock(locked: Buffer): Promise<string>
}

const isAsync = () => typeof safeStorage.encryptStringAsync === 'function'

export const safeVault: Vault = {
  isThere: async () =>
    isAsync() ? safeStorage.isAsyncEncryptionAvailable() : safeStorage.isEncryptionAvailable(),
  // Without a keyring Linux locks with a password that stands in Chromium's source.
  protects: () => process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text',
  lock: async (secret) =>
    isAsync() ? safeStorage.encryptStringAsync(secret) : safeStorage.encryptString(secret),
  unlock: async (locked) =>
    isAsync() ? (await safeStorage.decryptStringAsync(locked)).result : safeStorage.decryptString(locked),
}
