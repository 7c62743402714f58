import { ArrowDown, ArrowRight, ArrowUp, Ellipsis, Pencil, Spline, Trash2 } from 'lucide-react'
import { steps, stepOf, groupBySteps } from '../../../shared/impact/steps'
import type { ChainElement } from '../../../shared/document/impactChain'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu'
import { SubMenu } from '../../ui/SubMenu'
import { useChain, useChainData } from './chainContext'
import { stepOneUpOrDown } from './stepOneUpOrDown'
import { useNames } from './useNames'
import css from './menu.module.css'

interface ElementMenuProps {
  element: ChainElement
  /** In the drawing only the element one is at can be reached with Tab. */
  isOutOfTabOrder?: boolean
}

/** Everything that can be done with one element; every drag has its equal here. */
export function ElementMenu({ element, isOutOfTabOrder }: ElementMenuProps) {
  const t = useText('impactChain')
  const names = useNames()
  const { actions, canWrite, open, linkFrom, say } = useChain()
  const data = useChainData()
  const label = t('element.menu', { name: names.element(element) })
  const own = stepOf(element)
  const column = groupBySteps(data.elements).get(own) ?? []
  const at = column.findIndex((each) => each.id === element.id)
  return (
    <Menu
      label={label}
      trigger={
        <IconButton
          label={label}
          icon={<Ellipsis />}
          size="small"
          className={css.trigger!}
          {...(isOutOfTabOrder && { excludeFromTabOrder: true })}
        />
      }
    >
      <MenuItem icon={<Pencil />} onAction={() => open({ kind: 'element', id: element.id })}>
        {canWrite ? t('element.edit') : t('element.show')}
      </MenuItem>
      {canWrite && (
        <>
          <MenuItem icon={<Spline />} onAction={() => linkFrom(element.id)}>
            {t('element.linkTo')}
          </MenuItem>
          <SubMenu title={t('element.moveTo')} icon={<ArrowRight className={css.onward} />}>
            {steps.map((step) => (
              <MenuItem
                key={step}
                isChosen={step === own}
                isDisabled={step === own}
                onAction={() => {
                  actions.moveElement(element.id, step, null)
                  say(t('announce.moved', { step: t(`step.${step}.title`) }))
                }}
              >
                {t(`step.${step}.title`)}
              </MenuItem>
            ))}
          </SubMenu>
          <MenuItem
            icon={<ArrowUp />}
            keys="Alt ↑"
            isDisabled={at <= 0}
            onAction={() => stepOneUpOrDown(element, -1, data.elements, actions)}
          >
            {t('element.moveUp')}
          </MenuItem>
          <MenuItem
            icon={<ArrowDown />}
            keys="Alt ↓"
            isDisabled={at >= column.length - 1}
            onAction={() => stepOneUpOrDown(element, 1, data.elements, actions)}
          >
            {t('element.moveDown')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            icon={<Trash2 />}
            keys="Delete"
            isDanger
            onAction={() => actions.removeElement(element.id)}
          >
            {t('element.delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  )
}
