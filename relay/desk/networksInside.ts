// Networks on which no phone can be: those inside this computer, and tunnels to somewhere else.
import type { NetworkInterfaceInfo } from 'node:os'

const containers =
  /^(docker|br-|veth(?!ernet)|virbr|vmnet|vboxnet|lxc|lxd|cni|flannel|kube|awdl|llw|anpi|bridge\d|VirtualBox|VMware|Hyper-V|WSL|Loopback|podman)/i
const containerWords = /\b(virtualbox|vmware|hyper-v|wsl|npcap|docker|parallels|default switch)\b/i
/** The makers' part of hardware addresses: VMware, VirtualBox, Hyper-V, Parallels, Docker. */
const containerHardware = /^(00:50:56|00:0c:29|0a:00:27|00:15:5d|00:1c:42|02:42)/i

const tunnels =
  /^(tun|tap|utun|wg|zt|tailscale|ppp|ipsec|gpd|ham|nordlynx|proton|mullvad|cscotun|cloudflare)/i
const tunnelWords =
  /\b(vpn|wireguard|anyconnect|globalprotect|forticlient|fortinet|zerotier|hamachi|zscaler|openvpn|pulse)\b/i

/** True for networks of containers and virtual machines. */
export function isInsideOnly(name: string, { mac, address }: NetworkInterfaceInfo): boolean {
  if (containers.test(name) || containerWords.test(name)) return true
  if (!containerHardware.test(mac)) return false
  // A computer that is itself a virtual machine has such hardware towards its local network. The host's own end of a
  // virtual network is told by its name on Windows, and elsewhere nearly always the first address.
  return /^vEthernet/i.test(name) || address.endsWith('.1')
}

/** True for VPNs: by name, or because there is no neighbour but the other end. */
export function isTunnel(name: string, { netmask }: NetworkInterfaceInfo): boolean {
  return tunnels.test(name) || tunnelWords.test(name) || netmask === '255.255.255.255'
}
