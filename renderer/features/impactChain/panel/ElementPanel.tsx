import { Trash2 } from 'lucide-react'
import { kindOfStep, stepOf, steps } from '../../../../shared/impact/steps'
import type { ChainElement } from '../../../../shared/document/impactChain'
import { Button } from '../../../ui/Button'
import { Checkbox } from '../../../ui/Checkbox'
import { useText } from '../../../ui/language'
import { LinkSection } from '../../../ui/links/LinkSection'
import { Select } from '../../../ui/Select'
import { useChain } from '../chainContext'
import { SharedField } from '../fields/SharedField'
import { PeopleAt } from '../ElementMarks'
import { SourceLink } from '../SourceLink'
import { FindingsHere } from './FindingsHere'
import { IndicatorList } from './IndicatorList'
import { LinkList } from './LinkList'
import { SdgPicker } from './SdgPicker'
import { TargetGroupChoice } from './TargetGroupChoice'
import css from './panel.module.css'

interface ElementPanelProps {
  element: ChainElement
  /** The indicator to show, where one was asked for. */
  indicator: string | undefined
  isNew: boolean
}

/** Everything about one element. */
export function ElementPanel({ element, indicator, isNew }: ElementPanelProps) {
  const t = useText('impactChain')
  const { actions, canWrite, open } = useChain()
  const at = `element:${element.id}`
  return (
    <>
      <PeopleAt what={at} />
      <SourceLink element={element} />
      <SharedField
        key={`${element.id} title`}
        table="elements"
        id={element.id}
        textKey="title"
        at={at}
        label={t('element.title')}
        isLine
        autoFocus={isNew}
      />
      <FindingsHere kind="element" id={element.id} />
      <Select
        label={t('element.step')}
        value={stepOf(element)}
        isDisabled={!canWrite}
        onChange={(step) => actions.set('elements', element.id, { ...kindOfStep(step) })}
        choices={steps.map((id) => ({ id, label: t(`step.${id}.one`) }))}
      />
      <SharedField
        key={`${element.id} description`}
        table="elements"
        id={element.id}
        textKey="description"
        at={at}
        label={t('element.description')}
        lines={3}
      />
      <Checkbox
        isSelected={element.negative}
        isReadOnly={!canWrite}
        onChange={(negative) => actions.set('elements', element.id, { negative })}
        description={t('element.negativeHelp')}
      >
        {t('element.negative')}
      </Checkbox>
      <TargetGroupChoice element={element} />
      <LinkList element={element} />
      <LinkSection
        thing={
          element.type === 'activity' ? { id: element.id, kind: 'activity', title: element.title } : null
        }
        from={element.source}
      />
      <IndicatorList key={element.id} element={element} shown={indicator} />
      <SdgPicker key={`${element.id} sdg`} element={element} />
      {canWrite && (
        <Button
          variant="danger"
          size="small"
          icon={<Trash2 />}
          className={css.start!}
          onPress={() => {
            actions.removeElement(element.id)
            open(null)
          }}
        >
          {t('element.delete')}
        </Button>
      )}
    </>
  )
}
