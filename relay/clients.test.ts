// Whom a request is from, with and without proxies, and what a stranger's headers are worth.
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { isNetwork, knowClients } from './clients'

const request = (remoteAddress: string, headers: Record<string, string>, encrypted = false) =>
  ({ socket: { remoteAddress, encrypted }, headers }) as unknown as IncomingMessage

test('without a trusted proxy, headers count for nothing', () => {
  const clients = knowClients([])
  const forged = { 'x-forwarded-for': '10.1.1.1', 'x-forwarded-proto': 'https' }
  expect(clients.of(request('127.0.0.1', forged))).toEqual({ address: '127.0.0.1', isSecure: false })
  expect(clients.of(request('127.0.0.1', {}, true))).toEqual({ address: '127.0.0.1', isSecure: true })
  // Somebody who reaches the relay past the proxy.
  expect(knowClients(['127.0.0.1']).of(request('192.0.2.9', forged))).toEqual({
    address: '192.0.2.9',
    isSecure: false,
  })
})

test('a trusted proxy is believed, and what the client wrote before it is not', () => {
  const clients = knowClients(['127.0.0.1', '::1', '10.0.0.0/8'])
  const from = (forwarded: string, via = '127.0.0.1') =>
    clients.of(request(via, { 'x-forwarded-for': forwarded, 'x-forwarded-proto': 'https' }))
  expect(from('198.51.100.7')).toEqual({ address: '198.51.100.7', isSecure: true })
  expect(from('1.2.3.4, 198.51.100.7').address).toBe('198.51.100.7')
  expect(from('1.2.3.4, 198.51.100.7, 10.9.9.9').address).toBe('198.51.100.7')
  expect(from('2001:db8::5', '::1').address).toBe('2001:db8:0:0::/64')
  expect(from('198.51.100.7', '::ffff:127.0.0.1').address).toBe('198.51.100.7')
  expect(from('[2001:db8::5]:4711').address).toBe('2001:db8:0:0::/64')
  expect(from('198.51.100.7:4711').address).toBe('198.51.100.7')
  expect(from('somebody, 10.9.9.9').address).toBe('10.9.9.9')
  expect(from('').address).toBe('127.0.0.1')
  expect(clients.of(request('127.0.0.1', { 'x-forwarded-proto': 'http' }, true)).isSecure).toBe(false)
})

test.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['10.0.0.0/8', true],
  ['fd00::/8', true],
  ['10.0.0.0/33', false],
  ['10.0.0.0/8/8', false],
  ['localhost', false],
  ['', false],
])('%s names a network: %s', (text, is) => expect(isNetwork(text)).toBe(is))
