// The organisation to share online with, kept beside the preferences: its address as it is, its key in the vault.
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { NewOrganisation, Organisation } from '../../shared/relay/online'
import { readAddress } from '../../shared/relay/onlineAddress'
import type { Vault } from './safeVault'
import { saveWhole } from './saveWhole'

const kept = z.object({
  address: z.url(),
  /** Base64 of what the vault made of it; or the key itself where there is no vault. */
  key: z.string(),
  isLocked: z.boolean(),
})

export interface KeptOrganisation {
  read(): Promise<Organisation | null>
  /** Null when the address is none. Throws when it cannot be kept. */
  write(given: NewOrganisation): Promise<Organisation | null>
  forget(): Promise<void>
  /** With its key, for the desk alone; null when there is none, or its key cannot be unlocked here. */
  open(): Promise<{ address: string; key: string } | null>
}

/** @param folder of the preferences; the file there is for its owner alone. */
export function keepOrganisation(folder: string, vault: Vault): KeptOrganisation {
  const path = join(folder, 'organisation.json')
  const stored = async () => {
    try {
      return kept.safeParse(JSON.parse(await readFile(path, 'utf8'))).data
    } catch {
      return undefined
    }
  }
  const show = (address: string, isLocked: boolean): Organisation => ({
    address,
    protection: isLocked && vault.protects() ? 'system' : 'unprotected',
  })
  /** Null when it cannot be unlocked here. */
  const keyOf = async ({ key, isLocked }: z.infer<typeof kept>): Promise<string | null> => {
    if (!isLocked) return key
    return vault.unlock(Buffer.from(key, 'base64')).catch(() => null)
  }

  return {
    async read() {
      const found = await stored()
      if (!found) return null
      if ((await keyOf(found)) === null) return { address: found.address, protection: 'unreadable' }
      return show(found.address, found.isLocked)
    },
    async write(given) {
      const address = readAddress(given.address)
      if (!address) return null
      const isLocked = await vault.isThere()
      const secret = given.key.trim()
      const key = isLocked ? (await vault.lock(secret)).toString('base64') : secret
      const file: z.infer<typeof kept> = { address, key, isLocked }
      await saveWhole(path, new TextEncoder().encode(JSON.stringify(file)), 0o600)
      return show(address, isLocked)
    },
    forget: () => rm(path, { force: true }),
    async open() {
      const found = await stored()
      const key = found ? await keyOf(found) : null
      return found && key !== null ? { address: found.address, key } : null
    },
  }
}
