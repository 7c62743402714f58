import { ArrowDownLeft, ArrowUpRight, PanelRightOpen, Spline } from 'lucide-react'
import { useContext, type KeyboardEvent } from 'react'
import type { ChainElement } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { joinClasses } from '../../../ui/joinClasses'
import { useText } from '../../../ui/language'
import { PointedContext, useChain, useChainData } from '../chainContext'
import { ElementMarks } from '../ElementMarks'
import { ElementMenu } from '../ElementMenu'
import { SharedField } from '../fields/SharedField'
import { NegativeWord } from '../NegativeWord'
import { stepOneUpOrDown } from '../stepOneUpOrDown'
import { useNames } from '../useNames'
import css from './table.module.css'

/** One element as a row: its title to write in, its links as words, and the ways onward. */
export function ElementRow({ element }: { element: ChainElement }) {
  const t = useText('impactChain')
  const names = useNames()
  const { canWrite, actions, open, linkFrom } = useChain()
  const data = useChainData()
  const { selected, highlighted } = useContext(PointedContext)
  const place = `element:${element.id}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || !canWrite || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    stepOneUpOrDown(element, event.key === 'ArrowUp' ? -1 : 1, data.elements, actions)
  }
  return (
    <li
      className={joinClasses(
        css.row,
        element.negative && css.negative,
        selected === place && css.selected,
        highlighted === place && css.highlighted,
      )}
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
        <ElementMenu element={element} />
      </div>
      <LinkWords element={element} />
      <div className={css.rowFoot}>
        <ElementMarks element={element} />
        <span className={css.space} />
        {canWrite && (
          <Button
            variant="quiet"
            size="small"
            icon={<Spline />}
            aria-label={t('element.linkFrom', { name: names.element(element) })}
            onPress={() => linkFrom(element.id)}
          >
            {t('element.linkTo')}
          </Button>
        )}
        <Button
          variant="quiet"
          size="small"
          icon={<PanelRightOpen />}
          aria-label={t('element.open', { name: names.element(element) })}
          onPress={() => open({ kind: 'element', id: element.id })}
          data-open={element.id}
        >
          {t('element.details')}
        </Button>
      </div>
    </li>
  )
}

function LinkWords({ element }: { element: ChainElement }) {
  const t = useText('impactChain')
  const names = useNames()
  const { open } = useChain()
  const data = useChainData()
  const into = data.linksInto(element.id)
  const outOf = data.linksOutOf(element.id)
  if (into.length + outOf.length === 0) return null
  return (
    <ul className={css.links} aria-label={t('link.list', { name: names.element(element) })}>
      {into.map((link) => (
        <li key={link.id}>
          <Button
            variant="quiet"
            size="small"
            icon={<ArrowDownLeft className={css.onward} />}
            onPress={() => open({ kind: 'link', id: link.id })}
          >
            {t('link.from', { name: names.element(data.element(link.from)) })}
          </Button>
        </li>
      ))}
      {outOf.map((link) => (
        <li key={link.id}>
          <Button
            variant="quiet"
            size="small"
            icon={<ArrowUpRight className={css.onward} />}
            onPress={() => open({ kind: 'link', id: link.id })}
          >
            {t('link.to', { name: names.element(data.element(link.to)) })}
          </Button>
        </li>
      ))}
    </ul>
  )
}
