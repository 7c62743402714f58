// `relay --data DIR …`: a relay by itself, until it is told to stop. Its options stand in hosting/options.ts.
import type { Logger } from 'pino'
import { endOf, readCertificate } from './hosting/certificate'
import { untilTold } from './hosting/followSignals'
import { relayHelp } from './hosting/help'
import { completeOrder, type Order } from './hosting/order'
import { readOrderedFiles, type OrderedFiles } from './hosting/orderedFiles'
import { readOptions, unknownVariables } from './hosting/readOptions'
import { firstSentence, say } from './hosting/sentences'
import { startHosted } from './hosting/startHosted'
import { causeOf } from './levelStorage'
import { openLog } from './log'
import type { Certificate, Relay } from './relay'

/** An orderly end takes no longer (ms): whoever has not finished by then is cut off. */
const longestEnd = 20_000
const day = 24 * 60 * 60 * 1000

/**
 * Runs the command until SIGINT or SIGTERM. Gives the exit code: 0 after an orderly stop, 1 when the relay could not
 * run or not end in order, 2 for wrong use; the reason stands in one sentence on stderr.
 */
export async function runRelayCommand(argv: readonly string[]): Promise<number> {
  const given = readOptions(argv, process.env)
  if (given === 'help') {
    process.stdout.write(relayHelp())
    return 0
  }
  const order = 'problem' in given ? given : completeOrder(given)
  if ('problem' in order) return say(`${order.problem} See relay --help.`, 2)
  let files: OrderedFiles
  try {
    files = await readOrderedFiles(order)
  } catch (error) {
    return say(firstSentence(error), 2)
  }
  const { certificate, pages } = files
  const log = openLog(process.stderr, order.logLevel)
  // Before anything is started: a signal that comes early ends it too.
  let relay: Relay | undefined
  const told = untilTold({
    log,
    readAnew: certificate && (async () => relay?.renewCertificate(await renewed(order, log))),
  })
  try {
    relay = await startHosted(order, files, log)
  } catch (error) {
    return say(failure(order, error), 1)
  }
  for (const variable of unknownVariables(process.env)) log.warn({ variable }, 'this variable is no option')
  if (certificate) warnOfEnd(certificate, log)
  if (pages === undefined) log.warn('there are no pages for guests here: only apps can use this relay')
  process.stdout.write(`Relay at ${relay.url}, data in ${order.data}, key in ${order.keyFile}\n`)
  await told
  if (await endInTime(relay)) return 0
  // Whatever is stuck would keep the process alive.
  process.exit(say('The relay could not finish in time and was ended.', 1))
}

/** False when it took too long. */
async function endInTime(relay: Relay): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, longestEnd, false)))
  const ended = relay.close().then(() => true)
  const isInTime = await Promise.race([ended, late])
  clearTimeout(timer)
  return isInTime
}

async function renewed(order: Order, log: Logger): Promise<Certificate> {
  const certificate = (await readCertificate(order))!
  warnOfEnd(certificate, log)
  return certificate
}

function warnOfEnd(certificate: Certificate, log: Logger): void {
  const daysLeft = Math.floor((endOf(certificate) - Date.now()) / day)
  if (daysLeft < 14) log.warn({ daysLeft }, 'the certificate ends soon')
}

function failure({ data, port }: Order, error: unknown): string {
  if (causeOf(error) === 'LEVEL_LOCKED') return `Another relay already uses ${data}.`
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `Port ${'port' in error ? error.port : port} is already in use.`
  return firstSentence(error)
}
