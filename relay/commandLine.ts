// `relay --data DIR …`: a relay by itself, until it is told to stop. Its options stand in hosting/options.ts.
import { relayHelp } from './hosting/help'
import { readOptions } from './hosting/readOptions'
import { firstSentence } from './hosting/sentences'
import { completeOrder, startHosted, type HostedOrder } from './hosting/startHosted'
import { causeOf } from './levelStorage'
import type { Relay } from './relay'

/**
 * Runs the command until SIGINT or SIGTERM. Gives the exit code: 0 after an orderly stop, 1 when the relay could not
 * run, 2 for wrong use; the reason stands in one sentence on stderr.
 */
export async function runRelayCommand(argv: readonly string[]): Promise<number> {
  const given = readOptions(argv, process.env)
  if (given === 'help') {
    process.stdout.write(relayHelp())
    return 0
  }
  if ('problem' in given) return say(`${given.problem} See relay --help.`, 2)
  const order = completeOrder(given)
  if (!order) return say('The folder for the data is missing (--data DIR). See relay --help.', 2)
  let relay: Relay
  try {
    relay = await startHosted(order)
  } catch (error) {
    return say(failure(order, error), 1)
  }
  process.stdout.write(`Relay at ${relay.url}, data in ${order.data}, key in ${order.keyFile}\n`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await relay.close()
  return 0
}

function failure({ data, port }: HostedOrder, error: unknown): string {
  if (causeOf(error) === 'LEVEL_LOCKED') return `Another relay already uses ${data}.`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${port} is already in use.`
  return firstSentence(error)
}

function say(sentence: string, code: number): number {
  process.stderr.write(`${sentence}\n`)
  return code
}
