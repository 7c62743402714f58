import { ArrowDown, ArrowRight, ArrowUp, Ellipsis, Pencil, Spline, Trash2 } from 'lucide-react'
import { steps, stepOf } from '../../../shared/impact/steps'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem, MenuSeparator } from '../../ui/Menu'
import { SubMenu } from '../../ui/SubMenu'
import { useChain } from './chainContext'
import type { ElementFacts } from './elementFacts'
import { stepOneUpOrDown } from './stepOneUpOrDown'
import { useNames } from './useNames'
import css from './menu.module.css'

interface ElementMenuProps {
  facts: ElementFacts
  /** In the drawing only the element one is at can be reached with Tab. */
  isOutOfTabOrder?: boolean
}

/** Everything that can be done with one element; every drag has its equal here. */
export function ElementMenu({ facts: { element, isFirst, isLast }, isOutOfTabOrder }: ElementMenuProps) {
  const t = useText('impactChain')
  const names = useNames()
  const { actions, canWrite, open, linkFrom, say, now } = useChain()
  const label = t('element.menu', { name: names.element(element) })
  const own = stepOf(element)
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
            isDisabled={isFirst}
            onAction={() => stepOneUpOrDown(element, -1, now().elements, actions)}
          >
            {t('element.moveUp')}
          </MenuItem>
          <MenuItem
            icon={<ArrowDown />}
            keys="Alt ↓"
            isDisabled={isLast}
            onAction={() => stepOneUpOrDown(element, 1, now().elements, actions)}
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
