import { groupBySteps, stepOf } from '../../../shared/impact/steps'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/language'
import { exampleChain } from './exampleChain'
import { NegativeWord } from './NegativeWord'
import css from './example.module.css'

/** A finished chain to look at. Nothing of it is copied into the page. */
export default function ExampleDialog({ close }: { close: () => void }) {
  const t = useText('impactChain')
  const example = useText('impactChainExample')
  const title = (id: string) => example(`element.${id}`)
  const groups = groupBySteps(exampleChain.elements)
  return (
    <Dialog title={t('example.title')} size="large" isOpen onOpenChange={(isOpen) => !isOpen && close()}>
      <div className={css.example} role="group" aria-label={t('example.title')} tabIndex={0}>
        <p className={css.quiet}>{t('example.explain')}</p>
        <section>
          <h3 className={css.step}>{t('step.need.title')}</h3>
          <p>{example('need')}</p>
        </section>
        {[...groups].map(([step, elements]) => (
          <section key={step}>
            <h3 className={css.step}>{t(`step.${step}.title`)}</h3>
            <ul className={css.list}>
              {elements.map((element) => {
                const to = exampleChain.links.filter((link) => link.from === element.id)
                const indicators = exampleChain.indicators.filter((each) => each.element === element.id)
                return (
                  <li key={element.id} className={css.item} data-step={stepOf(element)}>
                    {element.negative && <NegativeWord />}
                    <p className={css.title}>{title(element.id)}</p>
                    {to.length > 0 && (
                      <p className={css.quiet}>
                        {t('link.to', { name: to.map((link) => title(link.to)).join(', ') })}
                      </p>
                    )}
                    {to.flatMap((link) =>
                      link.assumption ? (
                        <p key={link.to} className={css.quiet}>
                          {t('example.assumption', {
                            text: example(`assumption.${link.assumption}`),
                            test: example(`test.${link.assumption}`),
                          })}
                        </p>
                      ) : (
                        []
                      ),
                    )}
                    {indicators.map((each) => (
                      <p key={each.id} className={css.quiet}>
                        {t('example.indicator', { text: example(`indicator.${each.id}`) })}
                      </p>
                    ))}
                    {element.sdg.length > 0 && (
                      <p className={css.quiet}>{t('example.sdg', { targets: element.sdg.join(', ') })}</p>
                    )}
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
