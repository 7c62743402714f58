/** One or two letters for a name: first and last word, whole characters even outside the Latin alphabet. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0] ?? '?'
  const last = words.length > 1 ? words[words.length - 1]! : ''
  return (([...first][0] ?? '') + ([...last][0] ?? '') || '?').toLocaleUpperCase()
}
