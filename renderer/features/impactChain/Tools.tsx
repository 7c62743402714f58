import { BookOpen, Coins, Ellipsis, Info, Lightbulb, Redo2, Undo2, Waypoints } from 'lucide-react'
import { memo, useSyncExternalStore } from 'react'
import type { OwnUndo } from '../../../shared/document/ownUndo'
import { tidyOrder } from '../../../shared/impact/tidyOrder'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { useText } from '../../ui/language'
import { Menu, MenuItem } from '../../ui/Menu'
import { useRoominess } from '../../ui/useMedia'
import { AddMenu } from './AddMenu'
import { useChain, useChainData } from './chainContext'
import { ViewChoice, type View } from './ViewChoice'
import css from './tools.module.css'

interface ToolsProps {
  undo: OwnUndo
  view: View
  setView: (view: View) => void
  showExample: () => void
}

/** The page's tools, few and large. A phone has the less used ones in a menu. */
export const Tools = memo(function Tools({ undo, view, setView, showExample }: ToolsProps) {
  const t = useText('impactChain')
  const { canWrite, actions, open, say } = useChain()
  const { findings, elements, links } = useChainData()
  const isPhone = useRoominess() === 'phone'
  const canUndo = useSyncExternalStore(undo.subscribe, undo.canUndo)
  const canRedo = useSyncExternalStore(undo.subscribe, undo.canRedo)
  const ways = [
    { words: t('tools.about'), icon: <Info />, act: () => open({ kind: 'about' }) },
    { words: t('tools.sroi'), icon: <Coins />, act: () => open({ kind: 'sroi' }) },
    { words: t('tools.example'), icon: <BookOpen />, act: showExample },
  ]
  const tidy = () => {
    actions.order(tidyOrder(elements, links))
    say(t('announce.tidied'))
  }
  const canTidy = canWrite && view === 'drawing' && links.length > 1
  return (
    <div className={css.tools} role="group" aria-label={t('tools.label')}>
      <ViewChoice view={view} setView={setView} />
      {canWrite && <AddMenu />}
      <Button variant="quiet" size="small" icon={<Lightbulb />} onPress={() => open({ kind: 'findings' })}>
        {findings.length > 0 ? t('tools.findingsWithCount', { count: findings.length }) : t('tools.findings')}
      </Button>
      {!isPhone &&
        ways.map(({ words, icon, act }) => (
          <Button key={words} variant="quiet" size="small" icon={icon} onPress={act}>
            {words}
          </Button>
        ))}
      <span className={css.space} />
      {canTidy && !isPhone && <IconButton label={t('tools.tidy')} icon={<Waypoints />} onPress={tidy} />}
      {canWrite && (
        <span className={css.pair}>
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
      {isPhone && (
        <Menu trigger={<IconButton label={t('tools.more')} icon={<Ellipsis />} />}>
          {ways.map(({ words, icon, act }) => (
            <MenuItem key={words} icon={icon} onAction={act}>
              {words}
            </MenuItem>
          ))}
          {canTidy && (
            <MenuItem icon={<Waypoints />} onAction={tidy}>
              {t('tools.tidy')}
            </MenuItem>
          )}
        </Menu>
      )}
    </div>
  )
})
