import { layoutPlans } from '../../../shared/businessModel/layouts'
import type { Layout } from '../../../shared/document/businessModel'
import { Dialog } from '../../ui/Dialog'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { exampleModel } from './exampleModel'
import { StateMark } from './StateMark'
import css from './example.module.css'
import noteCss from './note.module.css'

interface ExampleDialogProps {
  /** The example is shown as one's own canvas is. */
  layout: Layout
  close: () => void
}

/** A finished business model to look at. Nothing of it is copied into the page. */
export default function ExampleDialog({ layout, close }: ExampleDialogProps) {
  const t = useText('businessModel')
  const example = useText('businessModelExample')
  const { columns, places } = layoutPlans[layout]
  return (
    <Dialog title={t('example.title')} size="full" isOpen onOpenChange={(isOpen) => !isOpen && close()}>
      <p className={css.explain}>{t('example.explain')}</p>
      <div
        className={css.board}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
        role="group"
        aria-label={t('example.title')}
        tabIndex={0}
      >
        {places.map(({ block, column, row }) => {
          const { color, states } = exampleModel[block]
          return (
            <section
              key={block}
              className={css.block}
              style={{ gridColumn: `${column[0]} / ${column[1]}`, gridRow: `${row[0]} / ${row[1]}` }}
              data-example={block}
            >
              <h3 className={css.title}>{t(`block.${block}.title`)}</h3>
              <ul className={css.notes}>
                {states.map((state, at) => (
                  <li key={at} className={joinClasses(noteCss.note, noteCss[color], css.note)}>
                    {example(`${block}.${at + 1}`)}
                    <span className={css.state}>
                      <StateMark state={state} />
                      {t(`state.${state}`)}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}
