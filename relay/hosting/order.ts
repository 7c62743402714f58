// What a relay by itself was asked to be: the options that were given, with the defaults, as far as they agree.
import { join } from 'node:path'
import type { Given } from './options'
import type { WrongUse } from './readOptions'

export interface Order extends Given {
  data: string
  port: number
  host: string
  keyFile: string
  warnDays: number
}

const usual = { port: 4750, host: '127.0.0.1', warnDays: 14 }

export function completeOrder(given: Given): Order | WrongUse {
  const { data } = given
  if (data === undefined) return { problem: 'The folder for the data is missing (--data DIR).' }
  const order = { ...usual, keyFile: join(data, 'key'), ...given, data }
  if ((order.tlsCert === undefined) !== (order.tlsKey === undefined))
    return { problem: `--tls-cert and --tls-key belong together, and one of them is missing.` }
  if ((order.redis === undefined) !== (order.postgres === undefined))
    return { problem: `--redis and --postgres belong together, and one of them is missing.` }
  if (given.warnDays !== undefined && order.keepDays === undefined)
    return { problem: '--warn-days says nothing without --keep-days.' }
  if (order.keepDays !== undefined && order.warnDays >= order.keepDays)
    return {
      problem: `--warn-days must be less than --keep-days, and ${order.warnDays} is not less than ${order.keepDays}.`,
    }
  return order
}
