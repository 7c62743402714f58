/** Calls `send` for each of `people`, `perSecond` times a second each, at moments of their own. Gives its end. */
export function sendEvenly(people: number, perSecond: number, send: (person: number) => void): () => void {
  const every = 1000 / perSecond
  const start = performance.now()
  const due = Array.from({ length: people }, () => start + Math.random() * every)
  let timer: ReturnType<typeof setTimeout>
  const pump = () => {
    const now = performance.now()
    for (let person = 0; person < people; person++)
      if (due[person]! <= now) {
        send(person)
        // Slightly uneven, as people are; and never a burst of what was missed.
        due[person] = Math.max(now, due[person]!) + every * (0.9 + Math.random() * 0.2)
      }
    timer = setTimeout(pump, 1)
  }
  timer = setTimeout(pump, 1)
  return () => clearTimeout(timer)
}
