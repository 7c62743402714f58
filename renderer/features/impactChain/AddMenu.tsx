import { Plus } from 'lucide-react'
import { steps } from '../../../shared/impact/steps'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { Menu, MenuItem } from '../../ui/Menu'
import { useChain } from './chainContext'

/** Adds an element to a step, and opens it to be named. */
export function AddMenu() {
  const t = useText('impactChain')
  const { actions, open } = useChain()
  return (
    <Menu
      trigger={
        <Button size="small" icon={<Plus />}>
          {t('element.add')}
        </Button>
      }
    >
      {steps.map((step) => (
        <MenuItem
          key={step}
          onAction={() => {
            const id = actions.addElement(step)
            if (id) open({ kind: 'element', id })
          }}
        >
          {t(`step.${step}.one`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
