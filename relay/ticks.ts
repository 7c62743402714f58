// When a room sends what has come: at once while that is now and then, in ticks when there is much.

/** So many ticks may come early as long as no more than one in `tickMs` come on the whole: few edits never wait. */
const earlyTicks = 8

/** A class, as there is one for each room: its functions are there once. */
export class Ticks {
  #timer: ReturnType<typeof setTimeout> | undefined
  /** A tick follows what is being done just now. */
  #isDue = false
  #hasStopped = false
  /** When (ms, monotonic) the next tick would be if none came early. */
  #next = -Infinity

  /** @param tick may not ask for another one itself, but for a later one. */
  constructor(
    private readonly tickMs: number,
    private readonly tick: () => void,
  ) {}

  /** Something is to be sent; what comes in the same moment goes along. */
  due(): void {
    if (this.#isDue || this.#hasToWait()) return
    this.#isDue = true
    queueMicrotask(() => {
      if (this.#isDue) this.#run()
    })
  }

  /** Something is to be sent before anything else is done, unless there is much. */
  dueNow(): void {
    if (!this.#hasToWait()) this.#run()
  }

  /** There is to be a tick in `ms`, if none is planned. */
  later(ms: number): void {
    if (!this.#hasStopped) this.#timer ??= setTimeout(this.#run, ms)
  }

  stop(): void {
    this.#hasStopped = true
    clearTimeout(this.#timer)
  }

  #hasToWait(): boolean {
    if (this.#timer || this.#hasStopped) return true
    const wait = this.#next - earlyTicks * this.tickMs - performance.now()
    if (wait <= 0) return false
    this.later(wait)
    return true
  }

  readonly #run = (): void => {
    if (this.#hasStopped) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#isDue = false
    this.#next = Math.max(this.#next, performance.now()) + this.tickMs
    this.tick()
  }
}
