// How long an invite may be good and for how many, as one chooses them.
import type { InviteRequest } from '../../../../shared/relay/api'

export const untils = ['revoked', 'today', 'week', 'month'] as const
export type Until = (typeof untils)[number]

export const counts = ['any', '1', '10', '30', '100'] as const
export type Count = (typeof counts)[number]

const dayMs = 86_400_000

/** The end of the last day on which it is good, in this computer's time zone (ms since 1970). */
export function endOf(until: Until, now: number): number | undefined {
  if (until === 'revoked') return undefined
  const days = { today: 0, week: 7, month: 30 }[until]
  return new Date(now + days * dayMs).setHours(23, 59, 59, 0)
}

export function requestOf(
  role: InviteRequest['role'],
  until: Until,
  count: Count,
  now: number,
): InviteRequest {
  const expiresAt = endOf(until, now)
  return {
    role,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(count !== 'any' && { uses: Number(count) }),
  }
}
