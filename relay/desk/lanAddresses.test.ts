import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { hasVpn, lanAddresses, namedAddresses, namedPort, networkKey } from './lanAddresses'

const v4 = (address: string, more: Partial<NetworkInterfaceInfo> = {}) =>
  ({
    address,
    family: 'IPv4',
    internal: false,
    netmask: '255.255.255.0',
    mac: 'f4:d1:08:11:22:33',
    cidr: `${address}/24`,
    ...more,
  }) as NetworkInterfaceInfo
const v6 = (address: string) => v4(address, { family: 'IPv6' } as Partial<NetworkInterfaceInfo>)
const loopback = v4('127.0.0.1', { internal: true })

test('the wireless address comes first; virtual, link-local and loopback ones are left out', () => {
  const found = lanAddresses({
    lo: [loopback],
    docker0: [v4('172.17.0.1')],
    'br-1a2b3c': [v4('172.18.0.1')],
    'vEthernet (WSL)': [v4('172.28.0.1')],
    'VMware Network Adapter VMnet8': [v4('192.168.56.1')],
    tun0: [v4('10.8.0.2')],
    eth1: [v4('169.254.3.4')],
    eth0: [v6('fe80::1'), v4('10.0.0.7')],
    eth2: [v4('192.168.0.8')],
    wlp3s0: [v4('192.168.1.5')],
  })
  expect(found.map((each) => each.address)).toEqual(['192.168.1.5', '192.168.0.8', '10.0.0.7'])
  expect(found.map((each) => each.kind)).toEqual(['wifi', 'cable', 'cable'])
  expect(found[0]).toMatchObject({ interface: 'wlp3s0', network: '192.168.1.0/24' })
})

test('on no network there are none', () => {
  expect(lanAddresses({ lo: [loopback] })).toEqual([])
})

test('Windows: wifi, cable and its own hotspot by their Swedish names, without the virtual switches', () => {
  const found = lanAddresses(
    {
      Ethernet: [v4('10.20.30.40')],
      'Wi-Fi': [v4('10.20.31.7')],
      'Anslutning till lokalt nätverk* 10': [v4('192.168.137.1')],
      'Ethernet 3': [v4('192.168.99.1', { mac: '0a:00:27:00:00:11' })],
      'vEthernet (Default Switch)': [v4('172.30.0.1')],
      'vEthernet (NAT)': [v4('172.31.0.9', { mac: '00:15:5d:01:02:03' })],
      'Cisco AnyConnect': [v4('10.99.0.3')],
    },
    'win32',
  )
  expect(found.map((each) => [each.kind, each.address])).toEqual([
    ['hotspot', '192.168.137.1'],
    ['wifi', '10.20.31.7'],
    ['cable', '10.20.30.40'],
  ])
})

test('Windows: the switch that carries the real network is kept', () => {
  expect(lanAddresses({ 'vEthernet (Extern)': [v4('192.168.1.9')] }, 'win32')).toHaveLength(1)
})

test('a Mac: en0 is the wifi, Internet Sharing is a hotspot, the bridges of virtual machines are neither', () => {
  const interfaces = {
    en0: [v4('192.168.1.5')],
    en7: [v4('10.0.0.7')],
    bridge100: [v4('192.168.2.1')],
    bridge101: [v4('192.168.64.1')],
    utun3: [v4('10.8.0.2')],
  }
  expect(lanAddresses(interfaces, 'darwin').map((each) => each.kind)).toEqual(['hotspot', 'wifi', 'cable'])
  expect(lanAddresses({ en0: [v4('192.168.1.5')] }, 'linux')[0]!.kind).toBe('cable')
})

test('the wifi of a phone is known by its range', () => {
  expect(lanAddresses({ 'Wi-Fi': [v4('172.20.10.3')] })[0]!.kind).toBe('phone')
  expect(lanAddresses({ wlan0: [v4('10.42.0.1')] })[0]!.kind).toBe('hotspot')
})

test('a computer that is a virtual machine is on its network', () => {
  expect(lanAddresses({ eth0: [v4('192.168.1.20', { mac: '00:0c:29:aa:bb:cc' })] })).toHaveLength(1)
  expect(lanAddresses({ eth1: [v4('192.168.56.1', { mac: '00:50:56:aa:bb:cc' })] })).toHaveLength(0)
})

test('a VPN is noticed by its name or its lonely address', () => {
  expect(hasVpn({ lo: [loopback], 'Wi-Fi': [v4('192.168.1.5')], docker0: [v4('172.17.0.1')] })).toBe(false)
  expect(hasVpn({ tun0: [v4('10.8.0.2')] })).toBe(true)
  expect(
    hasVpn({ 'Ethernet 4': [v4('10.8.0.2', { netmask: '255.255.255.255', cidr: '10.8.0.2/32' })] }),
  ).toBe(true)
})

test('a network is known again when the address in it is another', () => {
  const at = (address: string) => networkKey(lanAddresses({ wlan0: [v4(address)], eth0: [v4('10.0.0.7')] }))
  expect(at('192.168.1.5')).toBe(at('192.168.1.77'))
  expect(at('192.168.1.5')).not.toBe(at('192.168.2.5'))
  expect(
    lanAddresses({ eth0: [v4('10.20.30.40', { netmask: '255.255.252.0', cidr: '10.20.30.40/22' })] })[0]!
      .network,
  ).toBe('10.20.28.0/22')
})

test('an address that somebody has named is the only one', () => {
  expect(namedAddresses({ SAMVERKSTAD_LAN_ADDRESS: '192.168.7.7' }).map((each) => each.address)).toEqual([
    '192.168.7.7',
  ])
  expect(namedAddresses({})).toEqual([])
})

test('the port that somebody named is taken, and what is no port is not', () => {
  const portOf = (port?: string) => namedPort({ SAMVERKSTAD_LAN_PORT: port })
  expect([portOf('5000'), portOf('0')]).toEqual([5000, 0])
  expect(['', ' ', '-1', '70000', 'http', undefined].map(portOf)).toEqual(Array(6).fill(undefined))
})
