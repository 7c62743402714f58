// The print document. Its fragment says what to print; `data-ready` on the root says when it can be printed.
import '../ui/base.css'
import './print.css'
import { readPrintTask, type PrintNews } from '../../shared/bridge/printAddress'
import { startLanguage, textOf } from '../ui/language'
import { element } from './element'
import { printDocument } from './printDocument'

const root = document.documentElement
// Paper is light, whatever the room.
root.dataset.theme = 'light'

async function start(): Promise<PrintNews> {
  const task = readPrintTask(location.hash)
  await startLanguage(task?.order.language ?? 'sv', [
    'print',
    'businessModel',
    'impactChain',
    'financingPlan',
    'sdg',
  ])
  if (!task) return fail('unreadable')
  try {
    return { kind: 'printReady', ...(await printDocument(task, Date.now())) }
  } catch (problem) {
    console.error(problem)
    return fail('failed')
  }
}

function fail(reason: 'unreadable' | 'failed'): PrintNews {
  root.dataset.reason = reason
  document.body.replaceChildren(element('p', { role: 'alert' }, textOf('print')(`failed.${reason}`)))
  return { kind: 'printFailed', reason }
}

async function run(): Promise<void> {
  const news = await start()
  root.dataset.ready = news.kind === 'printReady' ? 'true' : 'failed'
  if (news.kind === 'printReady') root.dataset.sheets = String(news.sheets)
  if (window.parent !== window) window.parent.postMessage(news, location.origin)
}

void run()
