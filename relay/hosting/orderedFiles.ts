// The files that the options name, read before anything is started, so that what is wrong with one is said at once.
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Certificate } from '../relay'
import { builtPages } from './builtPages'
import { readCertificate } from './certificate'
import { readKey, readOrMakeKey } from './keyFile'
import type { Order } from './order'
import { firstSentence } from './sentences'

export interface OrderedFiles {
  key: string
  metricsKey: string | undefined
  certificate: Certificate | undefined
  /** Folder with the built pages for guests; undefined when there is none. */
  pages: string | undefined
}

/** Makes the data folder and the key where they are not there. Throws with a sentence that names the option. */
export async function readOrderedFiles(order: Order): Promise<OrderedFiles> {
  const { data, keyFile, metricsKeyFile, pages = builtPages() } = order
  await naming('--data', mkdir(data, { recursive: true, mode: 0o700 }))
  if (pages !== undefined && !existsSync(join(pages, 'guest/index.html')))
    throw new Error(`--pages must name a folder with the built pages, and ${pages} has none.`)
  return {
    key: await naming('--key-file', readOrMakeKey(keyFile)),
    metricsKey: metricsKeyFile && (await naming('--metrics-key-file', readKey(metricsKeyFile))),
    certificate: await readCertificate(order),
    pages,
  }
}

async function naming<T>(option: string, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new Error(`${option}: ${firstSentence(error)}`, { cause: error })
  }
}
