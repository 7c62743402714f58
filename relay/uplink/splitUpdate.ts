// Cuts a large update into smaller ones: a slow line carries them one by one, and no relay refuses them for their size.
import { at, readUpdate, stride, type UpdateOutline } from '../readUpdate'
import { orderOf } from '../walkUpdate'
import { writePart, type StructRange } from '../writePart'

/**
 * Updates (v1) of about `bytes` each that together say what `update` says; each builds only on those before it. A single
 * struct larger than that stays whole. `update` must be one that Yjs wrote.
 */
export function splitUpdate(update: Uint8Array, bytes: number): Uint8Array[] {
  const outline = update.length > bytes ? readUpdate(new Uint8Array(update), Infinity) : undefined
  if (!outline) return [update]
  const parts: Uint8Array[] = []
  let part = new Map<number, StructRange>()
  let size = 0
  const finish = () => {
    const ranges = [...part.values()].sort((a, b) => a.section - b.section)
    if (ranges.length > 0) parts.push(writePart(outline, ranges, []))
    part = new Map()
    size = 0
  }
  for (const [section, struct] of orderOf(outline)) {
    const length = sizeOf(outline, section, struct)
    const range = part.get(section)
    const follows = !range || range.to === struct
    if (!follows || (size > 0 && size + length > bytes)) finish()
    const open = part.get(section)
    if (open) open.to = struct + 1
    else part.set(section, { section, from: struct, to: struct + 1 })
    size += length
  }
  finish()
  // Deletions last, when all that they speak of is there.
  const atOnce = 3 * Math.max(1, Math.floor(bytes / 12))
  for (let i = 0; i < outline.deleted.length; i += atOnce)
    parts.push(writePart(outline, [], outline.deleted.slice(i, i + atOnce)))
  return parts
}

function sizeOf({ sections, structs }: UpdateOutline, section: number, struct: number): number {
  const { to, end } = sections[section]!
  const next = struct + 1 === to ? end : structs[(struct + 1) * stride + at.offset]!
  return next - structs[struct * stride + at.offset]!
}
