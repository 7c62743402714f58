// How devices in the room reach this computer: asked of the desk with the key of this launch.
import { doorwayStatus, type DoorwayChange, type DoorwayStatus } from '../../../shared/relay/doorway'
import { ask, type Answer } from '../../document/askRelay'
import { choosePlatform } from '../../platform/choosePlatform'

/** Refused as `notFound` by a relay that is not the desk of this computer. */
export async function readDoorway(): Promise<Answer<DoorwayStatus>> {
  const { url, key } = await choosePlatform().connection()
  return key === null
    ? { ok: false, kind: 'notAdmitted' }
    : ask(`${url}/api/doorway`, doorwayStatus, { bearer: key })
}

/** Resolves when the change is in force. */
export async function changeDoorway(wanted: DoorwayChange): Promise<Answer<DoorwayStatus>> {
  const { url, key } = await choosePlatform().connection()
  if (key === null) return { ok: false, kind: 'notAdmitted' }
  return ask(`${url}/api/doorway`, doorwayStatus, { method: 'PUT', bearer: key, body: wanted })
}
