// A facilitator's computer that a journey can carry from one network to another.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { LanAddress } from '../../relay/desk/lanAddresses'
import { freeUdpPort } from './testRoom'

export interface MovableDesk {
  /** Of the facilitator, with the key of this launch. */
  address: string
  moveTo(...networks: LanAddress[]): void
  end(): Promise<void>
}

export async function startMovableDesk(...networks: LanAddress[]): Promise<MovableDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), 'samverkstad-movable-'))
  const child = spawn(
    process.execPath,
    [
      resolve('node_modules/tsx/dist/cli.mjs'),
      resolve('tests/room/movableDesk.ts'),
      dataDir,
      String(await freeUdpPort()),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const moveTo = (...now: LanAddress[]) => void child.stdin.write(`${JSON.stringify(now)}\n`)
  moveTo(...networks)
  let said = ''
  const address = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      if (said.includes('\n')) found(said.trim())
    })
    child.once('exit', (code) => failed(new Error(`the desk ended with ${code}`)))
  })
  return {
    address,
    moveTo,
    async end() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit')
        child.stdin.end()
        await ended
      }
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
