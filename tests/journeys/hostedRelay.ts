// An organisation's relay as a program of its own, for journeys that share online.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const pages = resolve(root, process.env.SAMVERKSTAD_OUT ?? 'out', 'renderer')

export interface HostedRelay {
  url: string
  /** What desks need to share there. */
  key: string
  /** Stops in good order and removes the data. */
  end(): Promise<void>
}

export async function startHostedRelay(): Promise<HostedRelay> {
  const data = mkdtempSync(join(tmpdir(), 'samverkstad-hosted-'))
  const args = ['--import', 'tsx', 'relay/program.ts', '--data', data, '--port', '0', '--pages', pages]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  const url = await new Promise<string>((found, failed) => {
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const match = /Relay at (http:\S+),/.exec(said)
      if (match) found(match[1]!)
    })
    child.once('exit', (code) => failed(new Error(`the hosted relay ended with ${code}: ${said}`)))
  })
  return {
    url,
    key: readFileSync(join(data, 'key'), 'utf8').trim(),
    async end() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      rmSync(data, { recursive: true, force: true })
    },
  }
}
