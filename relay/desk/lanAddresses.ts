// The addresses under which phones in the same room reach this computer.
import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os'

export interface LanAddress {
  interface: string
  address: string
}

type Interfaces = Record<string, NetworkInterfaceInfo[] | undefined>

// Networks inside this computer: containers, virtual machines, tunnels. No phone is on them.
const insideOnly =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vEthernet|lxc|lxd|cni|flannel|kube|tun|tap|utun|wg|zt|tailscale|awdl|llw|anpi|bridge\d|VirtualBox|VMware|Hyper-V|WSL|Loopback|ham|podman)/i

/**
 * IPv4 addresses of this computer on local networks, likeliest first: wireless before wired, home ranges before
 * others. Loopback, link-local and virtual networks are left out. Empty when the computer is on no network.
 */
export function lanAddresses(interfaces: Interfaces = networkInterfaces()): LanAddress[] {
  return Object.entries(interfaces)
    .filter(([name]) => !insideOnly.test(name) && !/\b(virtualbox|vmware|hyper-v|wsl|vpn)\b/i.test(name))
    .flatMap(([name, infos]) => (infos ?? []).map((info) => ({ name, info })))
    .filter(({ info }) => info.family === 'IPv4' && !info.internal && !info.address.startsWith('169.254.'))
    .map(({ name, info }) => ({ interface: name, address: info.address }))
    .sort((a, b) => unlikeliness(a) - unlikeliness(b))
}

/** The one address that guests are to use, where somebody has said so: `SAMVERKSTAD_LAN_ADDRESS=192.168.1.5`. */
export function chosenAddress(environment: NodeJS.ProcessEnv = process.env): LanAddress | undefined {
  const address = environment.SAMVERKSTAD_LAN_ADDRESS
  return address ? { interface: 'chosen', address } : undefined
}

function unlikeliness({ interface: name, address }: LanAddress): number {
  const wireless = /^(wl|wi-?fi|wlan|airport|ap\d|trådlös)/i.test(name) || name === 'en0'
  // Hotspots and home routers mostly hand out 192.168; organisations 10; containers like 172.16–31.
  const range = address.startsWith('192.168.')
    ? 0
    : address.startsWith('10.')
      ? 1
      : isPrivate172(address)
        ? 2
        : 3
  return (wireless ? 0 : 10) + range
}

function isPrivate172(address: string): boolean {
  const [first, second] = address.split('.').map(Number)
  return first === 172 && second! >= 16 && second! <= 31
}
