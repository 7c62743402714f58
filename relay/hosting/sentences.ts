// What is said on stderr: one sentence, whatever the reason.

/** The first sentence of a reason, with a full stop. */
export function firstSentence(reason: unknown): string {
  const text = reason instanceof Error ? reason.message : String(reason)
  const line = text.split('\n', 1)[0]!.replace(/(\.)\s.*$/, '$1')
  return line.endsWith('.') ? line : `${line}.`
}
