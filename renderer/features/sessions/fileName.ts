const part = (value: number) => String(value).padStart(2, '0')

/** A plain file name without ending, safe on every system: `2027-03-14_Grannkoket`. @param day ms since 1970 */
export function fileNameOf(title: string, day: number): string {
  const date = new Date(day)
  const stamp = `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return plain ? `${stamp}_${plain}` : stamp
}
