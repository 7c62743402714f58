// What is stored of an uplink: enough to take it up again after a restart. The organisation's key is not among it.
import { z } from 'zod'
import { endReasons } from '../../shared/relay/online'
import { roles } from '../../shared/relay/roles'
import type { Records } from '../storage'

const uplinkRecord = z.object({
  sessionId: z.string(),
  /** Base address of the hosted relay, and the session's id there. */
  address: z.string(),
  onlineId: z.string(),
  /** The uplink's own token. */
  token: z.string(),
  /** The member whose desk this is, as the hosted relay knows them. */
  ownerId: z.string(),
  role: z.enum(roles),
  /** Under which id this desk knows that member. */
  deskId: z.string(),
  startedAt: z.number(),
  /** By so many ms the hosted relay's clock is ahead of this one's. */
  clockAhead: z.number().optional(),
  /** Given up: the hosted relay will have no more of it. */
  ended: z.enum(endReasons).optional(),
  /** Sharing was stopped here, and the hosted relay does not know yet. */
  isStopping: z.boolean().optional(),
})
export type UplinkRecord = z.infer<typeof uplinkRecord>

const keyOf = (sessionId: string) => `uplink!${sessionId}`

export async function listUplinks(records: Records): Promise<UplinkRecord[]> {
  const all = await records.listRecords('uplink')
  return all.flatMap(({ value }) => uplinkRecord.safeParse(value).data ?? [])
}

export function keepUplink(records: Records, record: UplinkRecord): Promise<void> {
  return records.putRecords([{ key: keyOf(record.sessionId), value: record }])
}

export function forgetUplink(records: Records, sessionId: string): Promise<void> {
  return records.deleteRecords([keyOf(sessionId)])
}
