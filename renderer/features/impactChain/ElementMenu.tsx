import { ArrowDown, ArrowRight, ArrowUp, Pencil, Spline, Trash2 } from 'lucide-react'
import { steps, stepOf } from '../../../shared/impact/steps'
import { useText } from '../../ui/language'
import { MenuItem, MenuSeparator } from '../../ui/Menu'
import { MenuAt } from '../../ui/MenuAt'
import { SubMenu } from '../../ui/SubMenu'
import { useChain } from './chainContext'
import type { ElementFacts } from './elementFacts'
import { stepOneUpOrDown } from './stepOneUpOrDown'
import { useNames } from './useNames'
import css from './menu.module.css'

interface ElementMenuProps {
  facts: ElementFacts
  /** The button that asked for it. */
  at: HTMLElement
  close: () => void
}

/** Everything that can be done with one element; every drag has its equal here. One menu serves the whole page. */
export function ElementMenu({ facts: { element, isFirst, isLast }, at, close }: ElementMenuProps) {
  const t = useText('impactChain')
  const names = useNames()
  const { actions, canWrite, open, linkFrom, say, now } = useChain()
  const label = t('element.menu', { name: names.element(element) })
  const own = stepOf(element)
  return (
    <MenuAt at={at} onClose={close} label={label}>
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
    </MenuAt>
  )
}
