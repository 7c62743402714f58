// Answers to sync step 1 out of one merged content: each is made once, however many ask for it.
import { deflatedFrame, step2Frame } from './frames'
import type { Merger } from './merger'
import type { WireFrame } from './wireFrame'

/** Less (bytes) is not worth packing. */
const worthDeflating = 1024
/** So many different state vectors are remembered, with answers of at most so many bytes. */
const mostRemembered = { answers: 64, bytes: 128 * 1024, vector: 8 * 1024 }

export interface Answers {
  /** The content; it shares its memory with the answer to those who have nothing. */
  readonly update: Uint8Array
  /**
   * What `update` says beyond `stateVector`, deflated where the peer takes that and it is worth it; all of `update` when
   * that is not twice as much, because then it is shared with others.
   */
  step2(stateVector: Uint8Array, takesDeflated: boolean): Promise<WireFrame>
}

interface Answer {
  plain: Promise<WireFrame>
  deflated?: Promise<WireFrame>
}

export function answerFrom(content: Uint8Array, merger: Merger): Answers {
  let update = content
  const made = new Map<string, Answer>()

  const whole = () => {
    const frame = step2Frame(update)
    // One copy in memory is enough.
    update = frame.message.subarray(frame.message.length - update.length)
    return Promise.resolve(frame)
  }
  const difference = async (stateVector: Uint8Array, key: string): Promise<WireFrame> => {
    const diff = await merger.run('diff', update, stateVector)
    const isShort = diff.length < mostRemembered.bytes && stateVector.length < mostRemembered.vector
    if (!isShort) made.delete(key)
    return diff.length > mostRemembered.bytes && diff.length > update.length / 2
      ? answerTo(nothing).plain
      : step2Frame(diff)
  }
  const answerTo = (stateVector: Uint8Array): Answer => {
    const key = Buffer.from(stateVector).toString('base64')
    let answer = made.get(key)
    if (!answer) {
      answer = { plain: isNothing(stateVector) ? whole() : difference(stateVector, key) }
      if (made.size < mostRemembered.answers) made.set(key, answer)
      answer.plain.catch(() => made.delete(key))
    }
    return answer
  }
  const deflate = async (plain: Promise<WireFrame>): Promise<WireFrame> => {
    const frame = await plain
    try {
      const { message } = frame
      return deflatedFrame(message.length, await merger.run('deflate', message))
    } catch {
      return frame
    }
  }

  return {
    get update() {
      return update
    },
    async step2(stateVector, takesDeflated) {
      const answer = answerTo(stateVector)
      const plain = await answer.plain
      if (!takesDeflated || plain.message.length < worthDeflating) return plain
      return (answer.deflated ??= deflate(answer.plain))
    },
  }
}

/** The state vector of a document that has nothing yet. */
const nothing = new Uint8Array([0])
function isNothing(stateVector: Uint8Array): boolean {
  return stateVector.length === 1 && stateVector[0] === 0
}
