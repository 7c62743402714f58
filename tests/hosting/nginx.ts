// nginx with the project's own configuration, on free ports of this computer and without the machine's service.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CertificateFiles } from './places'

const nginxProgram = ['/usr/sbin/nginx', '/usr/local/sbin/nginx'].find(existsSync)

export interface Nginx {
  stop(): Promise<void>
}

export interface NginxPlace {
  folder: string
  httpPort: number
  httpsPort: number
  relayPort: number
  certificate: CertificateFiles
}

/** What of docs/hosting/nginx.conf belongs to one machine is replaced; anything else is taken as it stands. */
export async function startNginx(place: NginxPlace): Promise<Nginx> {
  const prefix = join(place.folder, 'nginx')
  await mkdir(prefix)
  const shipped = fileURLToPath(new URL('../../docs/hosting/nginx.conf', import.meta.url))
  const site = replaceAll(await readFile(shipped, 'utf8'), [
    ['listen 80;', `listen 127.0.0.1:${place.httpPort};`],
    ['listen [::]:80;', ''],
    ['listen 443 ssl http2;', `listen 127.0.0.1:${place.httpsPort} ssl http2;`],
    ['listen [::]:443 ssl http2;', ''],
    ['server_name workshops.example.se;', 'server_name localhost;'],
    ['/etc/letsencrypt/live/workshops.example.se/fullchain.pem', place.certificate.cert],
    ['/etc/letsencrypt/live/workshops.example.se/privkey.pem', place.certificate.key],
    ['http://127.0.0.1:4750', `http://127.0.0.1:${place.relayPort}`],
  ])
  await writeFile(join(prefix, 'site.conf'), site)
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  const main = `daemon off; master_process off; pid ${prefix}/nginx.pid; error_log stderr warn;
events { worker_connections 256; }
http {
${kinds.map((kind) => `  ${kind}_temp_path ${prefix}/${kind};`).join('\n')}
  include ${prefix}/site.conf;
}
`
  await writeFile(join(prefix, 'nginx.conf'), main)

  const child = spawn(nginxProgram!, ['-p', prefix, '-c', join(prefix, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr.on('data', (text: Buffer) => (complaint += text))
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([
    untilListening(place.httpsPort),
    gone.then(() => {
      throw new Error(`nginx did not start: ${complaint}`)
    }),
  ])
  return {
    async stop() {
      child.kill('SIGTERM')
      await gone
    },
  }
}

/** Throws when something is not there to be replaced: then the test would try something else than what is shipped. */
function replaceAll(text: string, pairs: readonly (readonly [string, string])[]): string {
  return pairs.reduce((replaced, [from, to]) => {
    if (!replaced.includes(from)) throw new Error(`docs/hosting/nginx.conf has no "${from}"`)
    return replaced.replaceAll(from, to)
  }, text)
}

async function untilListening(port: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => {
        socket.destroy()
        resolve(true)
      })
      socket.once('error', () => resolve(false))
    })
    if (isOpen) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nothing listens on ${port}`)
}
