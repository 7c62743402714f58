// The certificate this computer makes for itself, for encryption in the room. No authority vouches for it: people
// compare its fingerprint.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { isIPv4 } from 'node:net'
import { join } from 'node:path'
import { writeAtomically } from '../library/atomicFile'

export interface OwnCertificate {
  /** Certificate and key in PEM. */
  pem: string
  /** SHA-256 of the certificate as browsers show it: `AB:CD:…`, 32 pairs. */
  fingerprint: string
}

const day = 24 * 60 * 60 * 1000
/** Apple's browsers take none that is valid for longer than 398 days. */
const validDays = 390
const renewedBeforeDays = 30

/**
 * The certificate in `folder`, made anew when there is none, when it does not cover all of `names` (IPv4 addresses and
 * host names), or when it ends within a month. Throws when it cannot be stored.
 */
export async function ownCertificate(
  folder: string,
  names: readonly string[],
  now = Date.now(),
): Promise<OwnCertificate> {
  const file = join(folder, 'certificate.pem')
  const kept = read(await readFile(file, 'utf8').catch(() => ''))
  if (kept && isGood(kept.certificate, names, now)) return kept
  const pem = await make(names, now)
  await writeAtomically(file, Buffer.from(pem), 0o600)
  return read(pem)!
}

function read(pem: string): (OwnCertificate & { certificate: X509Certificate }) | undefined {
  try {
    const certificate = new X509Certificate(pem)
    if (!certificate.checkPrivateKey(createPrivateKey(pem))) return undefined
    return { pem, certificate, fingerprint: certificate.fingerprint256 }
  } catch {
    return undefined
  }
}

function isGood(certificate: X509Certificate, names: readonly string[], now: number): boolean {
  const isCovered = (name: string) =>
    (isIPv4(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)]
  return names.every(isCovered) && from <= now && to > now + renewedBeforeDays * day
}

async function make(names: readonly string[], now: number): Promise<string> {
  // Only who turns encryption on loads it.
  const { generate } = await import('selfsigned')
  const made = await generate([{ name: 'commonName', value: 'Samverkstad' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // Phones' clocks run slow and fast.
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + validDays * day),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIPv4(name) ? { type: 7, ip: name } : { type: 2, value: name })),
      },
    ],
  })
  return `${made.cert.trim()}\n${made.private.trim()}\n`
}
