import { Rows3, Workflow } from 'lucide-react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useText } from '../../ui/language'
import css from './tools.module.css'

export type View = 'drawing' | 'table'

/** Drawing or table: the same content and the same powers. */
export function ViewChoice({ view, setView }: { view: View; setView: (view: View) => void }) {
  const t = useText('impactChain')
  return (
    <ToggleButtonGroup
      className={css.views!}
      aria-label={t('tools.view')}
      selectedKeys={[view]}
      disallowEmptySelection
      onSelectionChange={(keys) => setView([...keys][0] as View)}
    >
      <ToggleButton id="drawing" className={css.view!}>
        <Workflow aria-hidden="true" />
        {t('tools.drawing')}
      </ToggleButton>
      <ToggleButton id="table" className={css.view!}>
        <Rows3 aria-hidden="true" />
        {t('tools.table')}
      </ToggleButton>
    </ToggleButtonGroup>
  )
}
