// How much space the disk has, and how much of it the relay's folders take.
import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes that a program without special rights may still write where `folder` lies. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Bytes of all files in `folder` and below; those that vanish meanwhile count nothing. 0 when it is not there. */
export async function bytesIn(folder: string): Promise<number> {
  let sum = 0
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    sum += entry.isDirectory()
      ? await bytesIn(path)
      : await stat(path).then(
          ({ size }) => size,
          () => 0,
        )
  }
  return sum
}

/** Gives what `measure` gave last for `ms`, and asks it once however many ask. */
export function keepFor<T>(ms: number, measure: () => Promise<T>): () => Promise<T> {
  let kept: { value: Promise<T>; at: number } | undefined
  return () => {
    if (kept && performance.now() - kept.at < ms) return kept.value
    const value = measure()
    const asked = { value, at: performance.now() }
    kept = asked
    value.catch(() => {
      if (kept === asked) kept = undefined
    })
    return value
  }
}
