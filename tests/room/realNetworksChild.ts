// Runs alone in a network namespace of its own, as a laptop with a wifi, a cable and a container network, each with
// somebody at the other end. Prints what happened as one JSON line; nothing of it reaches a real network.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { promisify } from 'node:util'
import { lanAddresses } from '../../relay/desk/lanAddresses'
import { until } from '../relay/harness'
import { openTestRoom } from './testRoom'

const run = (command: string, ...args: string[]) => execFileSync(command, args, { encoding: 'utf8' })
const ip = (line: string) => run('ip', ...line.split(' '))

interface Neighbour {
  process: ChildProcess
  ip(line: string): void
  /** What is found there: by the name, and at these addresses. */
  look(own: string, ...urls: string[]): Promise<unknown>
}

/** Somebody at the other end of a cable from `interfaceName`, with a network stack of their own. */
function connectNeighbour(interfaceName: string, ours: string, theirs: string): Neighbour {
  // Ends by itself when this program does, however it ends.
  const process_ = spawn('unshare', ['--net', 'cat'], { stdio: ['pipe', 'ignore', 'inherit'] })
  const into = ['-t', String(process_.pid), '-n']
  const inside = (...command: string[]) => run('nsenter', ...into, ...command)
  const outside = run('readlink', '/proc/self/ns/net')
  while (run('readlink', `/proc/${process_.pid}/ns/net`) === outside) run('sleep', '0.02')
  ip(`link add ${interfaceName} type veth peer name there netns ${process_.pid}`)
  ip(`addr add ${ours} dev ${interfaceName}`)
  ip(`link set ${interfaceName} up`)
  const neighbour: Neighbour = {
    process: process_,
    ip: (line) => void inside('ip', ...line.split(' ')),
    // Not in one breath: the desk answers in this very process.
    async look(own, ...urls) {
      const looking = [process.execPath, '--import', 'tsx', 'tests/room/phone.ts', own, ...urls]
      const { stdout } = await promisify(execFile)('nsenter', [...into, ...looking])
      return JSON.parse(stdout) as unknown
    },
  }
  neighbour.ip('link set lo up')
  neighbour.ip(`addr add ${theirs} dev there`)
  neighbour.ip('link set there up')
  return neighbour
}

ip('link set lo up')
const phone = connectNeighbour('wlan0', '192.168.50.1/24', '192.168.50.2/24')
const desktop = connectNeighbour('eth0', '10.20.0.1/24', '10.20.0.2/24')
const container = connectNeighbour('docker0', '172.17.0.1/16', '172.17.0.2/16')
const room = await openTestRoom([], { lanAddresses: lanAddresses, lanPort: 4747, localName: {} })
try {
  const { addresses } = await room.openDoor()
  await until(async () => (await room.status()).localUrl !== null, 'it has a name', 30_000)
  const at = (address: string, scheme = 'http') => `${scheme}://${address}:4747/healthz`
  const found = {
    addresses,
    status: await room.status(),
    phone: await phone.look('192.168.50.2', at('192.168.50.1')),
    desktop: await desktop.look('10.20.0.2', at('10.20.0.1')),
    container: await container.look('172.17.0.2', at('172.17.0.1')),
    reached: (await room.status()).reached,
    moved: {},
    closed: {},
  }

  ip('addr del 192.168.50.1/24 dev wlan0')
  ip('addr add 192.168.60.1/24 dev wlan0')
  phone.ip('addr add 192.168.60.2/24 dev there')
  phone.ip('addr del 192.168.50.2/24 dev there')
  await until(async () => (await room.status()).movedAt !== null, 'the move is noticed', 30_000)
  await until(async () => (await room.status()).localUrl !== null, 'it has a name there', 30_000)
  await room.change({ isEncrypted: true })
  const status = await room.status()
  found.moved = { status, phone: await phone.look('192.168.60.2', at('192.168.60.1', 'https')) }

  await room.closeDoor()
  found.closed = { phone: await phone.look('192.168.60.2', at('192.168.60.1', 'https')) }
  process.stdout.write(`${JSON.stringify(found)}\n`)
} finally {
  await room.end()
  for (const each of [phone, desktop, container]) each.process.kill()
}
