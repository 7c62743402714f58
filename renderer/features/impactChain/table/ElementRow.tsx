import { ArrowDownLeft, ArrowUpRight, PanelRightOpen, Spline, type LucideIcon } from 'lucide-react'
import { memo, type KeyboardEvent } from 'react'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { useChain, type Mark } from '../chainContext'
import type { ElementFacts } from '../elementFacts'
import { ElementMarks } from '../ElementMarks'
import { ElementMenuButton } from '../ElementMenuButton'
import { SharedField } from '../fields/SharedField'
import { NegativeWord } from '../NegativeWord'
import { QuietButton } from '../QuietButton'
import { stepOneUpOrDown } from '../stepOneUpOrDown'
import { takeFocus } from '../takeFocus'
import { useNames } from '../useNames'
import css from './table.module.css'

interface ElementRowProps {
  facts: ElementFacts
  mark: Mark
}

/** One element as a row: its title to write in, its links as words, and the ways onward. */
export const ElementRow = memo(function ElementRow({ facts, mark }: ElementRowProps) {
  const t = useText('impactChain')
  const names = useNames()
  const { canWrite, actions, open, linkFrom, now } = useChain()
  const { element } = facts
  const place = `element:${element.id}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !canWrite || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const isMoved = stepOneUpOrDown(element, event.key === 'ArrowUp' ? -1 : 1, now().elements, actions)
    // Moving a row takes the focus out of it.
    if (isMoved && event.target instanceof HTMLElement) takeFocus(event.target)
  }
  return (
    <li
      className={joinClasses(css.row, element.negative && css.negative, mark && css[mark])}
      data-element={element.id}
      onKeyDown={onKeyDown}
    >
      {element.negative && <NegativeWord />}
      <div className={css.rowHead}>
        <SharedField
          table="elements"
          id={element.id}
          textKey="title"
          at={place}
          label={t('element.title')}
          isLabelHidden
          isLine
          className={css.titleField!}
        />
        <ElementMenuButton element={element} />
      </div>
      <LinkWords facts={facts} />
      <div className={css.rowFoot}>
        <ElementMarks facts={facts} />
        <span className={css.space} />
        {canWrite && (
          <QuietButton
            icon={<Spline aria-hidden="true" />}
            aria-label={t('element.linkFrom', { name: names.element(element) })}
            onClick={() => linkFrom(element.id)}
          >
            {t('element.linkTo')}
          </QuietButton>
        )}
        <QuietButton
          icon={<PanelRightOpen className={css.onward} aria-hidden="true" />}
          aria-label={t('element.open', { name: names.element(element) })}
          onClick={() => open({ kind: 'element', id: element.id })}
          data-open={element.id}
        >
          {t('element.details')}
        </QuietButton>
      </div>
    </li>
  )
})

function LinkWords({ facts: { element, into, outOf } }: { facts: ElementFacts }) {
  const t = useText('impactChain')
  const names = useNames()
  const { open } = useChain()
  if (into.length + outOf.length === 0) return null
  const row = (id: string, Icon: LucideIcon, words: string) => (
    <li key={id}>
      <QuietButton
        icon={<Icon className={css.onward} aria-hidden="true" />}
        onClick={() => open({ kind: 'link', id })}
      >
        {words}
      </QuietButton>
    </li>
  )
  return (
    <ul className={css.links} aria-label={t('link.list', { name: names.element(element) })}>
      {into.map(({ id, name }) => row(id, ArrowDownLeft, t('link.from', { name })))}
      {outOf.map(({ id, name }) => row(id, ArrowUpRight, t('link.to', { name })))}
    </ul>
  )
}
