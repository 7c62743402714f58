import { templateIds, type TemplateId } from '../../../shared/relay/library'
import { useText } from '../../ui/language'
import { TemplateCard } from './TemplateCard'
import css from './templateCard.module.css'
import homeCss from './home.module.css'

/** Shown until there is a workshop of one's own: three ways to begin. */
export function FirstSteps({ onNew }: { onNew: (template: TemplateId) => void }) {
  const t = useText('home')
  return (
    <section className={homeCss.firstSteps} aria-labelledby="first-steps">
      <h2 id="first-steps" className={homeCss.firstTitle}>
        {t('first.title')}
      </h2>
      <p>{t('first.text')}</p>
      <div className={css.cards}>
        {templateIds
          .filter((id) => id !== 'empty' && id !== 'filledExample')
          .map((id) => (
            <TemplateCard key={id} id={id} onPress={() => onNew(id)} />
          ))}
      </div>
    </section>
  )
}
