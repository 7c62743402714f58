import { CircleCheck, CircleDashed, CircleMinus, CircleX, TriangleAlert } from 'lucide-react'
import { useFormat } from '../../ui/format'
import { useText } from '../../ui/language'
import { adviceFor } from './advice'
import type { CheckName, Outcome } from './outcomes'
import css from './networkCheck.module.css'

const icons = { fine: CircleCheck, poor: TriangleAlert, bad: CircleX, notTried: CircleMinus }

/** One check: what it is about, what was found, and what to do about it. */
export function CheckRow({ name, outcome }: { name: CheckName; outcome: Outcome | undefined }) {
  const t = useText('check')
  const format = useFormat()
  const kind = outcome?.kind ?? 'waiting'
  const Icon = outcome ? icons[outcome.kind] : CircleDashed
  const why = outcome && 'why' in outcome ? outcome.why : null
  const detail = outcome && 'detail' in outcome ? outcome.detail : undefined
  const { latency, speed, minutes } = detail ?? {}
  return (
    <li className={css.check} data-check={name} data-outcome={why ?? kind}>
      <Icon className={css.icon} aria-hidden="true" />
      <div className={css.words}>
        <p>
          <span className={css.name}>{t(`${name}.name`)}</span>{' '}
          <span className={css.word}>{t(`word.${kind}`)}</span>
        </p>
        {why && <p>{t(`why.${why}`, { count: minutes ?? 0 })}</p>}
        {speed !== undefined && latency !== undefined && (
          <p className={css.quiet}>
            {t('speed.detail', { latency: format.number(latency), speed: format.number(speed) })}
          </p>
        )}
        {why && (
          <ul className={css.advice}>
            {adviceFor[why].map((key) => (
              <li key={key}>{t(`advice.${key}`)}</li>
            ))}
          </ul>
        )}
      </div>
    </li>
  )
}
