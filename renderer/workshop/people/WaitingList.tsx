import { useText } from '../../ui/language'
import { Button } from '../../ui/Button'
import type { Waiting } from './useWaitingRoom'
import css from './waitingList.module.css'

/** Those who wait to be let in, each with a yes and a not now. */
export default function WaitingList({ waiting: { people, admit, refuse } }: { waiting: Waiting }) {
  const t = useText('people')
  const workshop = useText('workshop')
  const ids = people.map(({ id }) => id)
  return (
    <section className={css.waiting} aria-label={t('waiting.title')}>
      <h3 className={css.title}>{t('waiting.count', { count: people.length })}</h3>
      <ul className={css.people}>
        {people.map((person) => (
          <li key={person.id} className={css.person}>
            <span className={css.words}>
              <span className={css.name} dir="auto">
                {person.name}
              </span>
              {person.role !== 'participant' && (
                <span className={css.about}>{workshop(`role.${person.role}`)}</span>
              )}
            </span>
            <span className={css.buttons}>
              <Button
                size="small"
                aria-label={t('waiting.admitNamed', { name: person.name })}
                onPress={() => admit([person.id])}
              >
                {t('waiting.admit')}
              </Button>
              <Button
                size="small"
                variant="quiet"
                aria-label={t('waiting.refuseNamed', { name: person.name })}
                onPress={() => refuse([person.id])}
              >
                {t('waiting.refuse')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {people.length > 1 && (
        <div className={css.buttons}>
          <Button size="small" onPress={() => admit(ids)}>
            {t('waiting.admitAll')}
          </Button>
          <Button size="small" variant="quiet" onPress={() => refuse(ids)}>
            {t('waiting.refuseAll')}
          </Button>
        </div>
      )}
    </section>
  )
}
