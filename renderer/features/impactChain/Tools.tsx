import {
  BookOpen,
  Coins,
  Info,
  Lightbulb,
  Plus,
  Redo2,
  Rows3,
  Undo2,
  Waypoints,
  Workflow,
} from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import { steps, type Step } from '../../../shared/impact/steps'
import { tidyOrder } from '../../../shared/impact/tidyOrder'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { Menu, MenuItem } from '../../ui/Menu'
import { useText } from '../../ui/language'
import { useChain, useChainData } from './chainContext'
import css from './tools.module.css'

export type View = 'drawing' | 'table'

interface ToolsProps {
  undo: OwnUndo
  view: View
  setView: (view: View) => void
  showExample: () => void
}

/** The page's tools, few and large. */
export function Tools({ undo, view, setView, showExample }: ToolsProps) {
  const t = useText('impactChain')
  const { canWrite, actions, open, say } = useChain()
  const { findings, elements, links } = useChainData()
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo)
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo)
  const add = (step: Step) => {
    const id = actions.addElement(step)
    if (id) open({ kind: 'element', id })
  }
  return (
    <div className={css.tools} role="group" aria-label={t('tools.label')}>
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
      {canWrite && (
        <Menu
          trigger={
            <Button size="small" icon={<Plus />} className={css.add!}>
              {t('element.add')}
            </Button>
          }
        >
          {steps.map((step) => (
            <MenuItem key={step} onAction={() => add(step)}>
              {t(`step.${step}.one`)}
            </MenuItem>
          ))}
        </Menu>
      )}
      <Button variant="quiet" size="small" icon={<Info />} onPress={() => open({ kind: 'about' })}>
        {t('tools.about')}
      </Button>
      <Button variant="quiet" size="small" icon={<Lightbulb />} onPress={() => open({ kind: 'findings' })}>
        {findings.length > 0 ? t('tools.findingsWithCount', { count: findings.length }) : t('tools.findings')}
      </Button>
      <Button variant="quiet" size="small" icon={<Coins />} onPress={() => open({ kind: 'sroi' })}>
        {t('tools.sroi')}
      </Button>
      <Button variant="quiet" size="small" icon={<BookOpen />} onPress={showExample}>
        {t('tools.example')}
      </Button>
      <span className={css.space} />
      {canWrite && (
        <span className={css.pair}>
          {view === 'drawing' && links.length > 1 && (
            <IconButton
              label={t('tools.tidy')}
              icon={<Waypoints />}
              onPress={() => {
                actions.order(tidyOrder(elements, links))
                say(t('announce.tidied'))
              }}
            />
          )}
          <IconButton
            label={t('tools.undo')}
            keys="Ctrl Z"
            icon={<Undo2 className={css.onward} />}
            isDisabled={!canUndo}
            onPress={actions.undo}
          />
          <IconButton
            label={t('tools.redo')}
            keys="Ctrl Y"
            icon={<Redo2 className={css.onward} />}
            isDisabled={!canRedo}
            onPress={actions.redo}
          />
        </span>
      )}
    </div>
  )
}
