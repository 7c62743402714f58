// The addresses under which phones in the same room reach this computer.
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'
import type { NetworkKind } from '../../shared/relay/doorway'
import { isInsideOnly, isTunnel } from './networksInside'

export interface LanAddress {
  interface: string
  address: string
  kind: NetworkKind
  /** `192.168.1.0/24`; empty when it is not known. */
  network: string
}

export type Interfaces = Record<string, NetworkInterfaceInfo[] | undefined>

/**
 * IPv4 addresses of this computer on local networks, likeliest first: a hotspot of its own (nobody turns one on for
 * nothing), then wireless before wired, home ranges before others. Loopback, link-local, virtual networks and tunnels
 * are left out. Empty when the computer is on no network.
 */
export function lanAddresses(
  interfaces: Interfaces = networkInterfaces(),
  platform: NodeJS.Platform = process.platform,
): LanAddress[] {
  return addressesIn(interfaces)
    .filter(({ name, info }) => !info.internal && !info.address.startsWith('169.254.') && isLocal(name, info))
    .map(({ name, info }) => ({
      interface: name,
      address: info.address,
      kind: kindOf(name, info.address, platform),
      network: networkOf(info),
    }))
    .sort((a, b) => unlikeliness(a) - unlikeliness(b))
}

/** True while a tunnel to another network is up. */
export function hasVpn(interfaces: Interfaces = networkInterfaces()): boolean {
  return addressesIn(interfaces).some(({ name, info }) => !info.internal && isTunnel(name, info))
}

/** The addresses that guests are to use, where somebody has said so: `SAMVERKSTAD_LAN_ADDRESS=192.168.1.5`. */
export function namedAddresses(environment: NodeJS.ProcessEnv = process.env): LanAddress[] {
  const address = environment.SAMVERKSTAD_LAN_ADDRESS
  return address ? [{ interface: 'named', address, kind: 'named', network: '' }] : []
}

/** The port of the door, where somebody has said so: `SAMVERKSTAD_LAN_PORT=5000`. */
export function namedPort(environment: NodeJS.ProcessEnv = process.env): number | undefined {
  const port = environment.SAMVERKSTAD_LAN_PORT ?? ''
  return /^\d{1,5}$/.test(port) && Number(port) < 65_536 ? Number(port) : undefined
}

/** Which networks this computer is on, as a key under which a choice among them is remembered. */
export function networkKey(addresses: readonly LanAddress[]): string {
  return addresses
    .map((each) => `${each.interface}=${each.network}`)
    .sort()
    .join(' ')
}

const addressesIn = (interfaces: Interfaces) =>
  Object.entries(interfaces).flatMap(([name, infos]) =>
    (infos ?? []).filter(({ family }) => family === 'IPv4').map((info) => ({ name, info })),
  )

const isLocal = (name: string, info: NetworkInterfaceInfo) =>
  isSharedByMac(name, info.address) || (!isInsideOnly(name, info) && !isTunnel(name, info))

/** Internet Sharing on a Mac gives out this range on a bridge; virtual machines' bridges use others. */
const isSharedByMac = (name: string, address: string) =>
  /^bridge\d+$/.test(name) && address.startsWith('192.168.2.')

const wirelessName = /^(wl|wi-?fi|wlan|airport|ap\d|trådlös|langaton|drahtlos|wireless)/i

function kindOf(name: string, address: string, platform: NodeJS.Platform): NetworkKind {
  // What Windows, NetworkManager and a Mac give themselves when they share.
  if (address === '192.168.137.1' || /^10\.42\.\d+\.1$/.test(address) || isSharedByMac(name, address))
    return 'hotspot'
  // An iPhone's hotspot, and the range of most Android phones.
  if (address.startsWith('172.20.10.') || address.startsWith('192.168.43.')) return 'phone'
  if (wirelessName.test(name) || (platform === 'darwin' && name === 'en0')) return 'wifi'
  return /^(en|eth|em\d|ethernet|lan|local area|anslutning till lokalt)/i.test(name) ? 'cable' : 'other'
}

function unlikeliness({ kind, address }: LanAddress): number {
  const byKind = { hotspot: 0, phone: 10, wifi: 10, cable: 20, other: 30, named: 0, loopback: 40 }[kind]
  // Home routers mostly hand out 192.168; organisations 10; containers like 172.16–31.
  const byRange = address.startsWith('192.168.')
    ? 0
    : address.startsWith('10.')
      ? 1
      : isPrivate172(address)
        ? 2
        : 3
  return byKind + byRange
}

function isPrivate172(address: string): boolean {
  const [first, second] = address.split('.').map(Number)
  return first === 172 && second! >= 16 && second! <= 31
}

function networkOf({ address, netmask, cidr }: NetworkInterfaceInfo): string {
  const prefix = cidr?.split('/')[1]
  if (prefix === undefined) return ''
  const mask = netmask.split('.').map(Number)
  const base = address.split('.').map((part, index) => Number(part) & mask[index]!)
  return `${base.join('.')}/${prefix}`
}
