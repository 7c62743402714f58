// The clients, in a process of their own, and what a server uses while they do a job.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CrowdSays, JobName, Jobs } from './crowdProcess'
import type { MeasuredProcess } from './measuredProcess'

type Job<N extends JobName> = Parameters<Jobs[N]>[0]
type Result<N extends JobName> = Awaited<ReturnType<Jobs[N]>>

export interface Crowd {
  /** Runs a job; `cpuSeconds` is what `server` used between its beginning and its end. */
  run<N extends JobName>(
    name: N,
    job: Job<N>,
    server: MeasuredProcess,
  ): Promise<Result<N> & { cpuSeconds: number }>
  stop(): Promise<void>
}

export function startCrowd(): Crowd {
  const script = fileURLToPath(new URL('./crowdProcess.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    run: (name, job, server) =>
      new Promise((resolve, reject) => {
        const cpu: Promise<number>[] = []
        const lost = () => reject(new Error('the clients left'))
        const heard = (said: CrowdSays) => {
          if ('mark' in said) return void cpu.push(server.cpuSeconds())
          child.off('message', heard).off('exit', lost)
          if ('failed' in said) return reject(new Error(said.failed))
          void Promise.all(cpu).then(([begin, end]) =>
            resolve({ ...(said.result as Result<typeof name>), cpuSeconds: end! - begin! }),
          )
        }
        child.on('message', heard).once('exit', lost)
        child.send({ name, job })
      }),
    async stop() {
      child.kill()
      await gone
    },
  }
}
