import type { Text } from '../../ui/language'
import { checkNames, type Outcomes } from './outcomes'

/** The result as plain text, for whoever helps: nothing about the person, the workshop or the device. */
export function writeReport(t: Text, outcomes: Outcomes): string {
  const lines = checkNames.map((name) => {
    const outcome = outcomes[name]
    const why = outcome && 'why' in outcome ? ` (${outcome.why})` : ''
    const detail = outcome && 'detail' in outcome ? outcome.detail : undefined
    const figures = detail?.speed === undefined ? '' : ` ${detail.latency} ms, ${detail.speed} Mbit/s`
    return `${t(`${name}.name`)}: ${t(`word.${outcome?.kind ?? 'waiting'}`)}${why}${figures}`
  })
  return `Samverkstad: ${t('title')}\n${lines.join('\n')}\n`
}
