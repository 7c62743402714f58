import { ChartNoAxesColumn } from 'lucide-react'
import { Avatar } from '../../ui/Avatar'
import { useText } from '../../ui/language'
import { usePeopleAt } from './chainContext'
import type { ElementFacts } from './elementFacts'
import { FindingMark } from './FindingMark'
import css from './marks.module.css'

/** Small marks of an element: what was found, how many indicators, who is here. Each has words too. */
export function ElementMarks({ facts: { element, findings, indicators } }: { facts: ElementFacts }) {
  const t = useText('impactChain')
  return (
    <span className={css.marks}>
      {findings[0] && (
        <span
          className={css.finding}
          role="img"
          data-severity={findings[0].severity}
          aria-label={t('findings.count', { count: findings.length })}
        >
          <FindingMark severity={findings[0].severity} />
          {findings.length}
        </span>
      )}
      {indicators > 0 && (
        <span className={css.count} role="img" aria-label={t('indicator.count', { count: indicators })}>
          <ChartNoAxesColumn aria-hidden="true" />
          {indicators}
        </span>
      )}
      <PeopleAt what={`element:${element.id}`} />
    </span>
  )
}

/** Who else is here, as small portraits. */
export function PeopleAt({ what }: { what: string }) {
  const t = useText('impactChain')
  const people = usePeopleAt(what)
  if (people.length === 0) return null
  const label = t('presence.here', { name: people.map((who) => who.name).join(', ') })
  return (
    <span className={css.people} role="img" aria-label={label}>
      {people.slice(0, 3).map((who) => (
        <Avatar key={who.clientId} name={who.name} color={who.color} />
      ))}
    </span>
  )
}
