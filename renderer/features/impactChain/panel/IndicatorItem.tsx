import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { Indicator } from '../../../../shared/document/impactChain'
import { useText } from '../../../ui/language'
import { LinkSection } from '../../../ui/links/LinkSection'
import { useChainData } from '../chainContext'
import { FindingMark } from '../FindingMark'
import { FindingsHere } from './FindingsHere'
import { IndicatorFields } from './IndicatorFields'
import { ProgressBar } from './ProgressBar'
import { StatusWord } from './StatusWord'
import css from './indicator.module.css'

interface IndicatorItemProps {
  indicator: Indicator
  isOpen: boolean
  isNew: boolean
  /** A finding led here. */
  isShown: boolean
  setOpen: (isOpen: boolean) => void
}

/** One indicator: its state in a line, and everything about it when it is open. */
export function IndicatorItem({ indicator, isOpen, isNew, isShown, setOpen }: IndicatorItemProps) {
  const t = useText('impactChain')
  const data = useChainData()
  const progress = data.progress.get(indicator.id)
  const found = data.findings.filter(({ place }) => place.kind === 'indicator' && place.id === indicator.id)
  const item = useRef<HTMLLIElement>(null)
  const insideId = useId()
  useEffect(() => {
    if (!isShown) return
    item.current?.scrollIntoView({ block: 'start' })
    item.current?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true })
  }, [isShown])
  return (
    <li ref={item} className={css.item} data-indicator={indicator.id}>
      <AriaButton
        className={css.head!}
        aria-expanded={isOpen}
        {...(isOpen && { 'aria-controls': insideId })}
        onPress={() => setOpen(!isOpen)}
      >
        {isOpen ? (
          <ChevronDown aria-hidden="true" />
        ) : (
          <ChevronRight aria-hidden="true" className={css.onward} />
        )}
        <span className={css.name} dir="auto">
          {indicator.name.trim() || t('indicator.untitled')}
        </span>
        {!isOpen && found[0] && (
          <span className={css.found} role="img" aria-label={t('findings.count', { count: found.length })}>
            <FindingMark severity={found[0].severity} />
            {found.length}
          </span>
        )}
        <StatusWord status={progress?.status ?? 'noData'} />
      </AriaButton>
      <ProgressBar progress={progress} />
      {isOpen && (
        <div id={insideId}>
          <FindingsHere kind="indicator" id={indicator.id} />
          <IndicatorFields indicator={indicator} isNew={isNew} />
          <LinkSection thing={{ id: indicator.id, kind: 'indicator', title: indicator.name }} />
        </div>
      )}
    </li>
  )
}
