// What the tests of a hosted relay need around it: a folder, stand-in pages, certificates, free ports, other addresses.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generate } from 'selfsigned'

export interface Place {
  folder: string
  /** Stand-ins for the built pages. */
  pages: string
  remove(): Promise<void>
}

export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'samverkstad-hosting-'))
  const pages = join(folder, 'pages')
  for (const page of ['guest', 'facilitator', 'print', 'assets'])
    await mkdir(join(pages, page), { recursive: true })
  for (const page of ['guest', 'facilitator', 'print'])
    await writeFile(join(pages, page, 'index.html'), `<!doctype html><title>${page}</title>`)
  await writeFile(join(pages, 'assets/app-Ab12_-zz.js'), `console.log(1)\n`)
  return { folder, pages, remove: () => rm(folder, { recursive: true, force: true }) }
}

export interface CertificateFiles {
  cert: string
  key: string
  /** The certificate itself, to trust it by. */
  pem: string
}

/**
 * For localhost, 127.0.0.1 and `ips`, valid for a year. Certificates of different `name` can be trusted side by side.
 */
export async function writeCertificate(
  folder: string,
  name: string,
  ips: readonly string[] = [],
): Promise<CertificateFiles> {
  const made = await generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 365 * 86_400_000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...['127.0.0.1', ...ips].map((ip) => ({ type: 7 as const, ip })),
        ],
      },
    ],
  })
  const files = { cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`), pem: made.cert }
  await writeFile(files.cert, made.cert)
  await writeFile(files.key, made.private, { mode: 0o600 })
  return files
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
