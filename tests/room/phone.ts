// A program that runs on another network stack: what a phone there finds of the computer. Prints one JSON line.
import { group, joinGroup, writeQuestion } from './dnsByHand'
import { ask } from './testRoom'

const [own = '', ...urls] = process.argv.slice(2)

/** Asks for the name as iPhones do (from port 5353) and as most Androids do (from any port). */
async function lookUp(port: number): Promise<string[]> {
  const { socket, said } = await joinGroup(port, own)
  const found = new Set<string>()
  for (let tries = 0; tries < 10 && found.size === 0; tries++) {
    socket.send(writeQuestion('samverkstad.local', 'A', port === 0 ? 7 : 0), 5353, group)
    await new Promise((resolve) => setTimeout(resolve, 150))
    for (const { isAnswer, records } of said)
      for (const { address, ttl } of records) if (isAnswer && address && ttl > 0) found.add(address)
  }
  socket.close()
  return [...found]
}

const pages = urls.map((url) =>
  ask(url).then(
    ({ status, fingerprint }) => ({ status, fingerprint }),
    (problem: NodeJS.ErrnoException) => ({ problem: problem.code }),
  ),
)
const answer = { named: await lookUp(5353), namedDirectly: await lookUp(0), pages: await Promise.all(pages) }
process.stdout.write(`${JSON.stringify(answer)}\n`)
