// One of the relay program's commands, run to its end.
import { spawn } from 'node:child_process'
import { bundleRelay } from './bundledRelay'

export interface Ran {
  code: number | null
  out: string
  err: string
}

export async function runProgram(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const child = spawn(process.execPath, [await bundleRelay(), ...args], { env: { ...process.env, ...env } })
  let [out, err] = ['', '']
  child.stdout.on('data', (text: Buffer) => (out += text))
  child.stderr.on('data', (text: Buffer) => (err += text))
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { code, out, err }
}
