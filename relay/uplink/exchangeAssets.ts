// Pictures, both ways, by the hash of their bytes: what one side lacks it gets from the other.
import { z } from 'zod'
import { storedAsset } from '../../shared/relay/api'
import type { Relay } from '../relay'
import { askHosted, fetchHosted } from './askHosted'
import type { HostedPlace } from './hostedSocket'

/** `held`: one side would not take some of them; the rest was exchanged. `cut`: when there is a line again. */
export type AssetOutcome = 'equal' | 'held' | 'cut'

/** One picture may take so long (ms) on a slow line. */
const patience = 120_000

/** Gives the exchange, to be called as often as there may be something new. */
export function assetExchange(
  { assets, limits }: Pick<Relay, 'assets' | 'limits'>,
  sessionId: string,
  { address, onlineId, token }: HostedPlace,
): () => Promise<AssetOutcome> {
  const at = `${address}/api/sessions/${onlineId}/assets`
  /** Not taken once, they are not taken the next time. */
  const refused = new Set<string>()

  const bring = async (sha256: string): Promise<boolean> => {
    const found = await assets.get(sessionId, sha256)
    if (!found) return true
    const sent = await askHosted(at, storedAsset, {
      method: 'POST',
      bearer: token,
      body: found.bytes,
      patience,
    })
    // Kept under another name, it would be sent again and again.
    if (sent.ok ? sent.value.sha256 !== sha256 : isRefusal(sent.kind)) refused.add(sha256)
    return sent.ok || isRefusal(sent.kind)
  }
  const fetchOne = async (sha256: string): Promise<boolean> => {
    const got = await fetchHosted(`${at}/${sha256}`, limits.assetBytes, { bearer: token, patience })
    if (!got.ok && !isRefusal(got.kind)) return false
    // What comes is judged by its own bytes: another picture than the one that was asked for is only one more.
    const stored = got.ok ? await assets.put(sessionId, got.value) : undefined
    if (!stored || 'kind' in stored || stored.sha256 !== sha256) refused.add(sha256)
    return true
  }

  return async () => {
    const there = await askHosted(at, z.array(storedAsset), { bearer: token })
    if (!there.ok) return 'cut'
    const here = new Set((await assets.list(sessionId)).map(({ sha256 }) => sha256))
    const known = new Set(there.value.map(({ sha256 }) => sha256))
    for (const sha256 of here)
      if (!known.has(sha256) && !refused.has(sha256) && !(await bring(sha256))) return 'cut'
    for (const sha256 of known)
      if (!here.has(sha256) && !refused.has(sha256) && !(await fetchOne(sha256))) return 'cut'
    return refused.size > 0 ? 'held' : 'equal'
  }
}

const refusals: readonly string[] = [
  'tooLarge',
  'tooManyPixels',
  'quota',
  'sessionFull',
  'wrongType',
  'damagedPicture',
  'malformed',
]
const isRefusal = (kind: string) => refusals.includes(kind)
