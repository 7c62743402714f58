/** A fingerprint (`AB:CD:…`, 32 pairs) in four lines of eight, as one compares it by eye. */
export function fingerprintLines(fingerprint: string): string[] {
  const pairs = fingerprint.split(':')
  const lines: string[] = []
  for (let at = 0; at < pairs.length; at += 8) lines.push(pairs.slice(at, at + 8).join(' '))
  return lines
}
