// The desk in a process of its own: it can die without the window, and the window without it.
import { startDesk } from '../../relay/desk/startDesk'
import { relayOrder, type RelayReport } from '../../shared/bridge/relayMessages'

type Desk = Awaited<ReturnType<typeof startDesk>>

const { parentPort } = process
const report = (message: RelayReport) => parentPort.postMessage(message)
let desk: Promise<Desk> | undefined
let organisation: { address: string; key: string } | undefined

/** Finishes writing, then ends the process. */
async function stop(): Promise<void> {
  const open = await desk?.catch(() => undefined)
  await open?.close()
  process.exit(0)
}

parentPort.on('message', ({ data }: { data: unknown }) => {
  const order = relayOrder.parse(data)
  switch (order.kind) {
    case 'start': {
      const { kind: _, ...options } = order
      desk = startDesk({ ...options, organisation: { read: async () => organisation } })
      desk.then(
        ({ url }) => report({ kind: 'started', url }),
        (cause: unknown) => {
          report({ kind: 'failed', sentence: cause instanceof Error ? cause.message : String(cause) })
          // Lets the report leave first.
          setTimeout(() => process.exit(1), 100)
        },
      )
      return
    }
    case 'organisation':
      organisation = order.organisation ?? undefined
      return
    case 'ping':
      return report({ kind: 'pong' })
    case 'stop':
      return void stop().catch(() => process.exit(1))
  }
})
// The desktop is gone without a word: save what is there and go too.
;(parentPort as unknown as NodeJS.EventEmitter).on('close', () => void stop().catch(() => process.exit(1)))
process.on('SIGTERM', () => void stop().catch(() => process.exit(1)))
