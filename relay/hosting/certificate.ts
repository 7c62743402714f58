// The certificate of a relay that speaks TLS by itself.
import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import type { Certificate } from '../relay'
import type { Order } from './order'
import { firstSentence } from './sentences'

/** Undefined when none was asked for. Throws with a sentence that names the option when the files cannot be used. */
export async function readCertificate({ tlsCert, tlsKey }: Order): Promise<Certificate | undefined> {
  if (tlsCert === undefined || tlsKey === undefined) return undefined
  const cert = await read('--tls-cert', tlsCert)
  const key = await read('--tls-key', tlsKey)
  try {
    new X509Certificate(cert)
  } catch {
    throw new Error(`--tls-cert must name a certificate in PEM form, and ${tlsCert} is none.`)
  }
  try {
    createSecureContext({ cert, key })
  } catch {
    throw new Error(`--tls-key must name the key that belongs to ${tlsCert}, and ${tlsKey} is not that key.`)
  }
  return { cert, key }
}

/** When it is no longer valid, as ms since 1970. */
export function endOf({ cert }: Certificate): number {
  return Date.parse(new X509Certificate(cert).validTo)
}

async function read(option: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new Error(`${option} names a file that cannot be read: ${firstSentence(error)}`, { cause: error })
  }
}
