// What takes much memory is done by few at a time; the others wait their turn, and cost nothing while they wait.

export interface TurnLimits {
  total: number
  perSession: number
  perMember: number
}

export interface Turns {
  /**
   * Resolves when it is `member`'s turn, in the order of asking among those who may; gives the end of the turn, which
   * must be called once. Who has gone meanwhile (`signal`) gets a turn that is over already.
   */
  take(member: { sessionId: string; memberId: string }, signal?: AbortSignal): Promise<() => void>
}

interface Waiting {
  sessionId: string
  member: string
  begin(end: () => void): void
}

export function openTurns(limits: TurnLimits): Turns {
  let total = 0
  const bySession = new Map<string, number>()
  const byMember = new Map<string, number>()
  const waiting = new Set<Waiting>()

  const add = (counts: Map<string, number>, key: string, by: number) => {
    const count = (counts.get(key) ?? 0) + by
    if (count > 0) counts.set(key, count)
    else counts.delete(key)
  }
  const isFree = ({ sessionId, member }: Waiting) =>
    total < limits.total &&
    (bySession.get(sessionId) ?? 0) < limits.perSession &&
    (byMember.get(member) ?? 0) < limits.perMember
  const count = ({ sessionId, member }: Waiting, by: 1 | -1) => {
    total += by
    add(bySession, sessionId, by)
    add(byMember, member, by)
  }
  const begin = (each: Waiting) => {
    waiting.delete(each)
    count(each, 1)
    let isOver = false
    each.begin(() => {
      if (isOver) return
      isOver = true
      count(each, -1)
      for (const next of waiting) if (isFree(next)) begin(next)
    })
  }

  return {
    take: ({ sessionId, memberId }, signal) =>
      new Promise((resolve) => {
        const giveUp = () => waiting.delete(each) && resolve(() => {})
        const each: Waiting = {
          sessionId,
          member: `${sessionId}!${memberId}`,
          begin(end) {
            signal?.removeEventListener('abort', giveUp)
            resolve(end)
          },
        }
        waiting.add(each)
        signal?.addEventListener('abort', giveUp, { once: true })
        if (isFree(each)) begin(each)
      }),
  }
}
