// Servers take turns, several times: what other programs do to the machine meets all of them alike.
import type { Crowd } from './crowd'

export interface Bench {
  crowd: Crowd
  /** How often each server has its turn. */
  rounds: number
  /** How long (ms) is warmed up and measured. */
  warmMs: number
  windowMs: number
  /** What is being done just now, for whoever watches. */
  say(what: string): void
}

/** Runs `turn` for each of `servers` in turn, `rounds` times; gives the results by server. */
export async function takeTurns<S extends { name: string }, R>(
  bench: Bench,
  what: string,
  servers: readonly S[],
  turn: (server: S) => Promise<R>,
): Promise<R[][]> {
  const results = servers.map((): R[] => [])
  for (let round = 0; round < bench.rounds; round++)
    for (const [at, server] of servers.entries()) {
      bench.say(`${what}: ${server.name}, ${round + 1} of ${bench.rounds}`)
      results[at]!.push(await turn(server))
    }
  return results
}

/** Starts servers, and stops them whatever happens. */
export async function withServers<S extends { stop(): Promise<void> }[], R>(
  starts: readonly [...{ [K in keyof S]: () => Promise<S[K]> }],
  use: (...servers: S) => Promise<R>,
): Promise<R> {
  const started: { stop(): Promise<void> }[] = []
  try {
    for (const start of starts) started.push(await start())
    return await use(...(started as S))
  } finally {
    await Promise.all(started.map((server) => server.stop()))
  }
}
