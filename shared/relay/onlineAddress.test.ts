import { expect, test } from 'vitest'
import { joinLink, readAddress, readJoinLink } from './onlineAddress'

test.each([
  ['relay.example.se', 'https://relay.example.se'],
  [' https://Relay.Example.se/ ', 'https://relay.example.se'],
  ['https://relay.example.se:8443', 'https://relay.example.se:8443'],
  ['http://127.0.0.1:4750', 'http://127.0.0.1:4750'],
  ['http://localhost:4750/', 'http://localhost:4750'],
  ['http://[::1]:4750', 'http://[::1]:4750'],
])('%s is an address', (typed, address) => expect(readAddress(typed)).toBe(address))

test.each([
  '',
  'http://relay.example.se',
  'http://127.0.0.1.example.se',
  'http://localhost.example.se',
  'http://10.0.0.5:4750',
  'ftp://relay.example.se',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:secret@relay.example.se',
  'https://relay.example.se/under/a/path',
  'https://relay.example.se/?q=1',
  'https://relay.example.se/#join=abc',
  'not an address',
])('"%s" is none', (typed) => expect(readAddress(typed)).toBeUndefined())

test('a link for joining is read as it was made', () => {
  const link = joinLink('https://relay.example.se', 'aB3-_x')
  expect(readJoinLink(` ${link} `)).toEqual({ address: 'https://relay.example.se', secret: 'aB3-_x' })
  expect(readJoinLink('http://relay.example.se/#join=aB3')).toBeUndefined()
  expect(readJoinLink('https://relay.example.se/')).toBeUndefined()
  expect(readJoinLink('relay.example.se/#join=aB3')).toBeUndefined()
})
