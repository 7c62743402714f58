// The name on the local network: real sockets and real multicast over the loopback interface, on a port of their own.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openLocalName, type LocalName } from '../../relay/desk/localName'
import { silentLog } from '../../relay/log'
import { until } from '../relay/harness'
import { group, joinGroup, types, writeAnswer, writeQuestion } from './dnsByHand'

let port: number
const open: { stop(): unknown }[] = []

beforeEach(async () => {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  port = socket.address().port
  socket.close()
})
afterEach(async () => {
  for (const each of open.splice(0)) await each.stop()
})

function computerAt(address: string, on = '127.0.0.1'): LocalName {
  const name = openLocalName({ log: silentLog(), port, interface: on })
  open.push(name)
  name.announce([{ address, network: '' }])
  return name
}
async function neighbour(at = port) {
  const joined = await joinGroup(at)
  open.push({ stop: () => joined.socket.close() })
  const addressesOf = (name: string) =>
    joined.said
      .filter(({ isAnswer }) => isAnswer)
      .flatMap(({ records }) => records.filter((each) => each.name === name))
  return {
    ...joined,
    addressesOf,
    send: (packet: Buffer) => joined.socket.send(packet, port, group),
  }
}
const isNamed = (computer: LocalName, name: string) =>
  until(() => computer.current() === name, `it is called ${name}`, 30_000)

test('a computer is found by its name, whoever asks and however it is spelled', async () => {
  const computer = computerAt('192.0.2.10')
  expect(computer.current()).toBeUndefined()
  await isNamed(computer, 'samverkstad.local')
  const phone = await neighbour()
  phone.send(writeQuestion('Samverkstad.LOCAL', 'A'))
  await until(() => phone.addressesOf('samverkstad.local').length > 0, 'an answer', 30_000)
  expect(phone.addressesOf('samverkstad.local')[0]).toMatchObject({
    type: types.A,
    address: '192.0.2.10',
    ttl: 120,
  })
})

test('who asks from any port, as most Androids do, is answered directly, with the number of the question', async () => {
  await isNamed(computerAt('192.0.2.10'), 'samverkstad.local')
  const phone = await neighbour(0)
  phone.send(writeQuestion('samverkstad.local', 'A', 4711))
  await until(() => phone.said.length > 0, 'an answer', 30_000)
  expect(phone.said[0]).toMatchObject({ id: 4711, isAnswer: true })
  expect(phone.addressesOf('samverkstad.local')).toEqual([
    { name: 'samverkstad.local', type: types.A, address: '192.0.2.10', ttl: 10 },
  ])
})

test('who asks for an IPv6 address hears at once that there is none', async () => {
  await isNamed(computerAt('192.0.2.10'), 'samverkstad.local')
  const phone = await neighbour()
  phone.send(writeQuestion('samverkstad.local', 'AAAA'))
  await until(
    () => phone.addressesOf('samverkstad.local').some(({ type }) => type === types.NSEC),
    'an answer',
    30_000,
  )
})

test('other names are not answered for', async () => {
  await isNamed(computerAt('192.0.2.10'), 'samverkstad.local')
  const phone = await neighbour()
  phone.said.length = 0
  phone.send(writeQuestion('printer.local', 'ANY'))
  phone.send(writeQuestion('samverkstad.local', 'A'))
  await until(() => phone.addressesOf('samverkstad.local').length > 0, 'an answer', 30_000)
  expect(phone.addressesOf('printer.local')).toEqual([])
})

test('the second computer in the room gets a number, and keeps it when the first leaves', async () => {
  const first = computerAt('192.0.2.10')
  await isNamed(first, 'samverkstad.local')
  const second = computerAt('192.0.2.9')
  await isNamed(second, 'samverkstad-2.local')
  const third = computerAt('192.0.2.200')
  await isNamed(third, 'samverkstad-3.local')
  await first.stop()
  expect(second.current()).toBe('samverkstad-2.local')
})

test('two that start at the same moment do not get the same name', async () => {
  const both = [computerAt('192.0.2.9'), computerAt('192.0.2.10')]
  await until(() => both.every((each) => each.current()), 'both have names', 30_000)
  await until(() => new Set(both.map((each) => each.current())).size === 2, 'they differ', 30_000)
})

test('when somebody turns up with the same name, exactly one gives way', async () => {
  const computer = computerAt('192.0.2.10')
  await isNamed(computer, 'samverkstad.local')
  const other = await neighbour()
  other.said.length = 0
  other.send(writeAnswer('samverkstad.local', '192.0.2.9'))
  await until(
    () => other.addressesOf('samverkstad.local').some(({ address }) => address === '192.0.2.10'),
    'it objects',
    30_000,
  )
  expect(computer.current()).toBe('samverkstad.local')
  other.send(writeAnswer('samverkstad.local', '192.0.2.77'))
  await isNamed(computer, 'samverkstad-2.local')
})

test('a closed door takes leave, and the name is free', async () => {
  const computer = computerAt('192.0.2.10')
  await isNamed(computer, 'samverkstad.local')
  const phone = await neighbour()
  await computer.stop()
  await until(
    () => phone.addressesOf('samverkstad.local').some(({ ttl }) => ttl === 0),
    'it takes leave',
    30_000,
  )
  expect(computer.current()).toBeUndefined()
  phone.said.length = 0
  phone.send(writeQuestion('samverkstad.local', 'A'))
  await isNamed(computerAt('192.0.2.9'), 'samverkstad.local')
  expect(phone.addressesOf('samverkstad.local').filter(({ address }) => address === '192.0.2.10')).toEqual([])
})

test('on another network the name is claimed anew, with the new address', async () => {
  const computer = computerAt('192.0.2.10')
  await isNamed(computer, 'samverkstad.local')
  const phone = await neighbour()
  phone.said.length = 0
  computer.announce([{ address: '198.51.100.7', network: '' }])
  await until(
    () =>
      phone
        .addressesOf('samverkstad.local')
        .some(({ address, ttl }) => address === '198.51.100.7' && ttl > 0),
    'the new address',
    30_000,
  )
  expect(phone.addressesOf('samverkstad.local')[0]).toMatchObject({ address: '192.0.2.10', ttl: 0 })
})

test('without multicast there is no name, and nothing breaks', async () => {
  // No interface of this computer has this address.
  const computer = computerAt('192.0.2.10', '203.0.113.77')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect(computer.current()).toBeUndefined()
  await computer.stop()
})
