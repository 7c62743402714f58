// Answers to sync step 1 out of one merged content: each is made once, however many ask for it.
import { lengthOfContent, packedIn } from './content'
import { deflatedFrame, step2Frame } from './frames'
import type { Merger } from './merger'
import type { WireFrame } from './wireFrame'

/** Less (bytes) is not worth packing. */
const worthDeflating = 1024
/** So many different state vectors are remembered, with answers of at most so many bytes. */
const mostRemembered = { answers: 64, bytes: 128 * 1024, vector: 8 * 1024 }
/** What was unpacked for somebody stays at hand for so long (ms). */
const unpackedFor = 10_000

export interface Answers {
  /** The content, as `content.ts` writes it; it may share its memory with the answer to those who have nothing. */
  content(): Uint8Array
  /**
   * What the content says beyond `stateVector`, deflated where the peer takes that and it is worth it; all of it when
   * that is not twice as much, because then it is shared with others.
   */
  step2(stateVector: Uint8Array, takesDeflated: boolean): Promise<WireFrame>
}

interface Answer {
  plain(): Promise<WireFrame>
  deflated(): Promise<WireFrame>
}

export function answerFrom(given: Uint8Array, merger: Merger): Answers {
  let content = given
  let all: Answer | undefined
  /** By state vector; most who come have nothing. */
  let rests: Map<string, Answer> | undefined

  const deflate = async (plain: Promise<WireFrame>): Promise<WireFrame> => {
    const frame = await plain
    const { message } = frame
    if (message.length < worthDeflating) return frame
    try {
      return deflatedFrame(message.length, await merger.run('deflate', message))
    } catch {
      return frame
    }
  }
  const answerWith = (plain: Promise<WireFrame>): Answer => {
    let deflated: Promise<WireFrame> | undefined
    return { plain: () => plain, deflated: () => (deflated ??= deflate(plain)) }
  }
  const answerAll = (): Answer => {
    if (packedIn(content)) return answerPacked(content, merger)
    const frame = step2Frame(content)
    // One copy in memory is enough.
    content = frame.message.subarray(frame.message.length - content.length)
    return answerWith(Promise.resolve(frame))
  }
  const answerRest = (stateVector: Uint8Array, key: string): Answer => {
    const choose = async (): Promise<Answer> => {
      const diff = await merger.run('diff', content, stateVector)
      if (diff.length > mostRemembered.bytes || stateVector.length > mostRemembered.vector) rests?.delete(key)
      const isLong = diff.length > mostRemembered.bytes && diff.length > lengthOfContent(content) / 2
      return isLong ? (all ??= answerAll()) : answerWith(Promise.resolve(step2Frame(diff)))
    }
    const chosen = choose()
    chosen.catch(() => rests?.delete(key))
    return {
      plain: async () => (await chosen).plain(),
      deflated: async () => (await chosen).deflated(),
    }
  }
  const answerTo = (stateVector: Uint8Array): Answer => {
    if (isNothing(stateVector)) return (all ??= answerAll())
    const key = Buffer.from(stateVector).toString('base64')
    const known = rests?.get(key)
    if (known) return known
    const answer = answerRest(stateVector, key)
    rests ??= new Map()
    if (rests.size < mostRemembered.answers) rests.set(key, answer)
    return answer
  }

  return {
    content: () => content,
    step2(stateVector, takesDeflated) {
      const answer = answerTo(stateVector)
      return takesDeflated ? answer.deflated() : answer.plain()
    },
  }
}

/** Packed content goes out as it is; for the few who want it plain it is unpacked, and given up again soon. */
function answerPacked(content: Uint8Array, merger: Merger): Answer {
  let deflated: Promise<WireFrame> | undefined
  let plain: Promise<WireFrame> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const forget = () => (plain = undefined)
  const unpack = async () => step2Frame(await merger.run('unpack', content))
  return {
    deflated() {
      const { deflated: bytes, messageLength } = packedIn(content)!
      return (deflated ??= Promise.resolve(deflatedFrame(messageLength, bytes)))
    },
    plain() {
      if (!plain) (plain = unpack()).catch(forget)
      clearTimeout(timer)
      timer = setTimeout(forget, unpackedFor).unref()
      return plain
    },
  }
}

/** True for the state vector of a document that has nothing yet. */
function isNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0
}
