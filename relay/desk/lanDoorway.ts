// The way in for devices in the room: while a door is open, listens on the addresses of the local network, knows which
// of them guests are to use, and notices when the computer moves to another network.
import { createSecureContext, type SecureContext } from 'node:tls'
import type { Logger } from 'pino'
import type { DoorwayChange, DoorwayStatus } from '../../shared/relay/doorway'
import type { DoorAddress, Doorway, ExtraListener, OpenDoor, Relay } from '../relay'
import type { DoorwayMemory } from './doorwayMemory'
import { hasVpn, lanAddresses, namedAddresses, networkKey, type LanAddress } from './lanAddresses'
import { lanListeners } from './lanListeners'
import { openLocalName, type LocalNameOptions } from './localName'
import { ownCertificate, type OwnCertificate } from './ownCertificate'

export interface LanDoorwayOptions {
  /** Where the certificate is kept. */
  folder: string
  memory: DoorwayMemory
  /** The port to try first; the following ones when it is taken, then any. */
  port: number
  serves: ExtraListener['serves']
  log: Logger
  /** For tests: how this computer is reached; asked again every few seconds, as people move between networks. */
  addresses?: () => LanAddress[]
  /** For tests: where the name on the network is spoken of. */
  localName?: Partial<LocalNameOptions>
}

export interface LanDoorway extends Doorway {
  status(): DoorwayStatus
  /** Resolves when the change is in force and remembered. Throws when encryption cannot be had. */
  change(wanted: DoorwayChange): Promise<DoorwayStatus>
}

/** So often (ms) the networks are looked at while a door is open. */
const lookEvery = 2000
const loopback: LanAddress = { interface: 'loopback', address: '127.0.0.1', kind: 'loopback', network: '' }
/** In the certificate from the start, as the name is only claimed later. */
const likelyName = 'samverkstad.local'

/** `relay` is asked for when the first door opens. */
export function lanDoorway(relay: () => Relay, options: LanDoorwayOptions): LanDoorway {
  const { memory, log } = options
  const named = options.addresses ? [] : namedAddresses()
  const lookUp = options.addresses ?? (() => (named.length > 0 ? named : lanAddresses()))
  let certificate: (OwnCertificate & { context: SecureContext }) | undefined
  const listeners = lanListeners(relay, { ...options, secureContext: () => certificate?.context })
  const localName = openLocalName({
    log,
    changed: () => void inTurn(() => renewCertificate(addresses)).catch(report),
    ...options.localName,
  })
  /** The one that guests use first. Empty while no door is open. */
  let addresses: LanAddress[] = []
  let suggested = ''
  /** The address that guests have been shown. */
  let shown: string | undefined
  let movedAt: number | null = null
  let timer: NodeJS.Timeout | undefined

  // One change after the other: each begins with what the one before has left.
  let work: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(step: () => Promise<T>): Promise<T> => {
    const next = work.then(step, step)
    work = next.catch(() => undefined)
    return next
  }
  const report = (problem: unknown) =>
    log.warn({ reason: problem instanceof Error ? problem.message : String(problem) }, 'network')

  const look = async () => {
    const found = lookUp()
    const all = found.length > 0 ? found : [loopback]
    const ordered = inOrder(all)
    suggested = all[0]!.address
    if (isSame(ordered, addresses)) return
    await renewCertificate(ordered)
    const open = await listeners.listenOn(ordered.map((each) => each.address))
    addresses = ordered.filter((each) => open.includes(each.address))
    show(addresses[0]!)
    localName.announce(found)
  }
  /** What was chosen for this network comes first, or else what guests have been shown already, so that it stays. */
  const inOrder = (found: LanAddress[]) => {
    const chosen = memory.interfaceOn(networkKey(found))
    const first =
      found.find((each) => each.interface === chosen) ?? found.find((each) => each.address === shown)
    return first ? [first, ...found.filter((each) => each !== first)] : found
  }
  const show = ({ kind, address }: LanAddress) => {
    // Without a network nobody is shown anything; the one of before may come back.
    if (kind === 'loopback') return
    if (shown !== undefined && !addresses.some((each) => each.address === shown)) movedAt = Date.now()
    shown = address
  }

  const renewCertificate = async (covered: readonly LanAddress[]) => {
    if (!memory.isEncrypted() || covered.length === 0) {
      certificate = undefined
      return
    }
    const name = localName.current() ?? likelyName
    const names = new Set([...covered.map((each) => each.address), likelyName, name])
    const renewed = await ownCertificate(options.folder, [...names])
    if (renewed.pem !== certificate?.pem)
      certificate = { ...renewed, context: createSecureContext({ cert: renewed.pem, key: renewed.pem }) }
  }

  const setEncrypted = async (isEncrypted: boolean) => {
    if (isEncrypted === memory.isEncrypted()) return
    await memory.setEncrypted(isEncrypted)
    try {
      await renewCertificate(addresses)
    } catch (problem) {
      await memory.setEncrypted(!isEncrypted)
      throw problem
    }
    listeners.disconnect('removed')
  }

  const urlOf = (host: string) => `${certificate ? 'https' : 'http'}://${host}:${listeners.port()}`
  const status = (): DoorwayStatus => {
    const name = localName.current()
    return {
      addresses: addresses.map(({ interface: on, address, kind }) => ({
        interface: on,
        address,
        kind,
        url: urlOf(address),
      })),
      suggested,
      localUrl: name && addresses.length > 0 ? urlOf(name) : null,
      encryption: { isOn: memory.isEncrypted(), fingerprint: certificate?.fingerprint ?? null },
      reached: listeners.reached(),
      hasVpn: hasVpn(),
      system: systemOf(process.platform),
      movedAt,
    }
  }

  return {
    open: (door: OpenDoor): Promise<DoorAddress[]> =>
      inTurn(async () => {
        await look()
        timer ??= setInterval(() => void inTurn(look).catch(report), lookEvery).unref()
        return addresses.map(({ interface: on, address }) => {
          const shortUrl = urlOf(address)
          return { interface: on, url: `${shortUrl}/#join=${door.secret}`, shortUrl }
        })
      }),
    closed: () =>
      inTurn(async () => {
        clearInterval(timer)
        timer = undefined
        addresses = []
        shown = undefined
        movedAt = null
        certificate = undefined
        await Promise.all([listeners.close(), localName.stop()])
      }),
    status,
    change: ({ address, isEncrypted }) =>
      inTurn(async () => {
        const chosen = addresses.find((each) => each.address === address)
        if (chosen) {
          await memory.setInterface(networkKey(addresses), chosen.interface)
          addresses = inOrder(addresses)
          shown = chosen.address
        }
        if (isEncrypted !== undefined) await setEncrypted(isEncrypted)
        return status()
      }),
  }
}

const isSame = (a: readonly LanAddress[], b: readonly LanAddress[]) =>
  a.length === b.length &&
  a.every((each, index) => each.address === b[index]!.address && each.interface === b[index]!.interface)

function systemOf(platform: NodeJS.Platform): DoorwayStatus['system'] {
  if (platform === 'win32') return 'windows'
  if (platform === 'darwin') return 'mac'
  return platform === 'linux' ? 'linux' : 'other'
}
