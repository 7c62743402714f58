// A desk as a process of its own, to be killed by tests: `deskChild DIR PAGES PORT KEY`.
import { startDesk } from '../../relay/desk/startDesk'
import { quick } from './quick'

const [dataDir, rendererDir, port, key] = process.argv.slice(2)
const desk = await startDesk({
  dataDir: dataDir!,
  rendererDir: rendererDir!,
  port: Number(port),
  key: key!,
  uplinkTiming: quick,
  lanAddresses: () => [],
})
process.stdout.write(`Desk at ${desk.url},\n`)
