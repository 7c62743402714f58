// Where the organisation's address and key come from: a file of its owner's alone, or a program that keeps them better.
import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import type { KeyProtection } from '../../shared/relay/online'
import { writeAtomically } from '../library/atomicFile'

const kept = z.object({ address: z.url(), key: z.string() })
export type KeptOrganisation = z.infer<typeof kept>

export interface OrganisationKeeper {
  read(): Promise<KeptOrganisation | undefined>
}

/** A keeper whose organisation can be set from here. */
export interface OrganisationFile extends OrganisationKeeper {
  readonly protection: KeyProtection
  write(organisation: KeptOrganisation): Promise<void>
  forget(): Promise<void>
}

/** Keeps it in `path`, which only its owner may read. What cannot be read counts as not there. */
export function organisationFile(path: string): OrganisationFile {
  return {
    protection: 'file',
    async read() {
      try {
        return kept.safeParse(JSON.parse(await readFile(path, 'utf8'))).data
      } catch {
        return undefined
      }
    },
    async write(organisation) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeAtomically(path, new TextEncoder().encode(JSON.stringify(organisation)))
    },
    forget: () => rm(path, { force: true }),
  }
}
