// Merging that comes to an end whatever the updates are: what takes too much is left out, or merged as bytes.
import { WorkerLost, type Merger } from './merger'
import { isSlow, type Merged } from './merging'

export interface SafelyMerged extends Merged {
  /** Applying the updates took too much: only their bytes were merged. */
  onlyBytes: boolean
}

/** @param onlyBytes it is known that applying them takes too much. */
export async function mergeSafely(
  merger: Merger,
  updates: readonly Uint8Array[],
  onlyBytes = false,
): Promise<SafelyMerged> {
  const without: number[] = []
  while (!onlyBytes) {
    const progress = new Int32Array(new SharedArrayBuffer(8))
    try {
      return { ...(await merger.run('merge', updates, without, progress)), onlyBytes: false }
    } catch (error) {
      if (!(error instanceof WorkerLost)) throw error
      const [place = 0, begunAt = 0] = progress
      // If no single one was to blame, all of them together were.
      if (place === 0 || !isSlow(Date.now() - begunAt * 1000, updates[place]!)) break
      without.push(place)
    }
  }
  return { ...(await merger.run('mergeBytes', updates)), onlyBytes: true }
}
