import type { NetworkInterfaceInfo } from 'node:os'
import { expect, test } from 'vitest'
import { lanAddresses } from './lanAddresses'

const v4 = (address: string, internal = false) =>
  ({ address, family: 'IPv4', internal, netmask: '', mac: '', cidr: null }) as NetworkInterfaceInfo
const v6 = (address: string) =>
  ({
    address,
    family: 'IPv6',
    internal: false,
    netmask: '',
    mac: '',
    cidr: null,
    scopeid: 0,
  }) as NetworkInterfaceInfo

test('the wireless address comes first; virtual, link-local and loopback ones are left out', () => {
  const found = lanAddresses({
    lo: [v4('127.0.0.1', true)],
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
  expect(found[0]!.interface).toBe('wlp3s0')
})

test('on no network there are none', () => {
  expect(lanAddresses({ lo: [v4('127.0.0.1', true)] })).toEqual([])
})
