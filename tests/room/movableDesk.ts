// A program for journeys: the desk with the built pages, on networks that the journey decides. Each line on standard
// input is a JSON list of networks that the computer is on from then on; the first one starts it.
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { LanAddress } from '../../relay/desk/lanAddresses'
import { startDesk, type Desk } from '../../relay/desk/startDesk'

const [dataDir, multicastPort] = process.argv.slice(2)
const rendererDir = resolve(process.env.SAMVERKSTAD_OUT ?? 'out', 'renderer')
let networks: LanAddress[] = []
let desk: Promise<Desk> | undefined

const start = async () => {
  const started = await startDesk({
    dataDir: dataDir!,
    rendererDir,
    lanPort: 0,
    lanAddresses: () => networks,
    localName: { port: Number(multicastPort), interface: '127.0.0.1' },
  })
  process.stdout.write(`${started.url}/facilitator/#key=${started.key}\n`)
  return started
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    networks = JSON.parse(line) as LanAddress[]
    desk ??= start()
  })
  .on('close', () => void desk?.then((running) => running.close()).then(() => process.exit(0)))
