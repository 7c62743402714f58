// What is said on stderr: one sentence, whatever the reason.

/** Says it on stderr, and gives `code` for the program to end with. */
export function say(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}

/** The first sentence of a reason, with a full stop. */
export function firstSentence(reason: unknown): string {
  const text = reason instanceof Error ? reason.message : String(reason)
  const line = text.split('\n', 1)[0]!.replace(/(\.)\s.*$/, '$1')
  return line.endsWith('.') ? line : `${line}.`
}
