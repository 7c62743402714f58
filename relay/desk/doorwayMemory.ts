// What the facilitator has chosen for the room, kept for the next time: encryption, and the interface for each network.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../library/atomicFile'

const remembered = z.object({
  isEncrypted: z.boolean().default(false),
  /** By the key of the networks one was on; the latest last. */
  interfaces: z.array(z.tuple([z.string(), z.string()])).default([]),
})
type Remembered = z.infer<typeof remembered>

/** More networks than anybody visits before the first one is forgotten. */
const mostNetworks = 100

export interface DoorwayMemory {
  isEncrypted(): boolean
  interfaceOn(network: string): string | undefined
  setEncrypted(isEncrypted: boolean): Promise<void>
  setInterface(network: string, name: string): Promise<void>
}

/** A file that cannot be read counts as none: then nothing has been chosen yet. */
export async function openDoorwayMemory(folder: string): Promise<DoorwayMemory> {
  const file = join(folder, 'doorway.json')
  let kept = parse(await readFile(file, 'utf8').catch(() => '{}'))
  const keep = async (changed: Remembered) => {
    await writeAtomically(file, Buffer.from(JSON.stringify(changed, null, 2)))
    kept = changed
  }
  return {
    isEncrypted: () => kept.isEncrypted,
    interfaceOn: (network) => kept.interfaces.find(([key]) => key === network)?.[1],
    setEncrypted: (isEncrypted) => keep({ ...kept, isEncrypted }),
    setInterface(network, name) {
      const others = kept.interfaces.filter(([key]) => key !== network)
      return keep({
        ...kept,
        interfaces: [...others, [network, name] as [string, string]].slice(-mostNetworks),
      })
    },
  }
}

function parse(text: string): Remembered {
  try {
    const read = remembered.safeParse(JSON.parse(text))
    if (read.success) return read.data
  } catch {
    // Below.
  }
  return { isEncrypted: false, interfaces: [] }
}
