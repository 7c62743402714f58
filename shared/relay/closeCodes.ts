// Every refusal has a code, a name and a sentence. The sentence is for logs and developers; pages translate by `name`.

/** WebSocket close codes of the relay (4000–4999 are free for applications, RFC 6455 §7.4.2). */
export const closeCodes = {
  4200: { name: 'probed', sentence: 'The probe has had its answer; nothing is wrong.' },
  4400: { name: 'malformed', sentence: 'The relay could not read a message from this connection.' },
  4401: { name: 'notAdmitted', sentence: 'The token is missing, unknown or no longer valid.' },
  4403: { name: 'writeRefused', sentence: 'This member may not write in this room.' },
  4404: { name: 'noSuchRoom', sentence: 'There is no such session or room.' },
  4408: { name: 'tooSlow', sentence: 'This connection read too slowly and must resume later.' },
  4409: { name: 'roomFull', sentence: 'The room has reached its size limit.' },
  4410: {
    name: 'mended',
    sentence: 'Something in the room could not be applied and was taken out; load it anew.',
  },
  4411: { name: 'sessionFull', sentence: 'The session has reached its size limit.' },
  4412: { name: 'tooManyRooms', sentence: 'The session has as many rooms as it may have.' },
  4413: { name: 'messageTooLarge', sentence: 'A message was larger than the relay accepts.' },
  4429: { name: 'tooFast', sentence: 'This connection sent more than the relay accepts.' },
  4430: { name: 'tooMany', sentence: 'There are too many connections.' },
  4440: {
    name: 'removed',
    sentence: 'The member was removed from the session or the door was closed for them.',
  },
  4501: { name: 'restarting', sentence: 'The relay is restarting; come back in a moment.' },
  4507: { name: 'storageFailed', sentence: 'The relay could not write to its disk.' },
  4508: { name: 'roomDamaged', sentence: 'What is stored of the room is damaged; a backup brings it back.' },
  4509: { name: 'diskFull', sentence: 'The relay’s disk is full; it goes on by itself when there is space.' },
} as const

export type CloseCode = keyof typeof closeCodes
export type CloseName = (typeof closeCodes)[CloseCode]['name']

/** The code for a name; a client should not reconnect after `notAdmitted`, `noSuchRoom` or `removed`. */
export function closeCodeOf(name: CloseName): number {
  for (const [code, close] of Object.entries(closeCodes)) if (close.name === name) return Number(code)
  throw new Error(`no close code is named ${name}`)
}

/** What is said of it to developers. */
export function sentenceOf(name: CloseName): string {
  return closeCodes[closeCodeOf(name) as CloseCode].sentence
}

/** The name of a code, or undefined when it is not one of ours. */
export function closeNameOf(code: number): CloseName | undefined {
  return (closeCodes as Record<number, { name: CloseName } | undefined>)[code]?.name
}
