import { CircleHelp, CirclePause, CirclePlay, FileDown, LocateFixed } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useText } from '../ui/language'
import { MenuItem } from '../ui/Menu'
import { ShortcutsDialog } from '../ui/ShortcutsDialog'
import { BarButton, BottomBar } from './BottomBar'
import { LazyExport } from './LazyExport'
import type { PanelProps } from './SidePanel'
import type { Side } from './useSides'

export interface PhoneBarProps extends PanelProps {
  title: string
  leaderPageId: string | null
  showSide: (side: Side, isOpen: boolean) => void
  mainThing: ReactNode
  more: ReactNode
}

/** The phone's bar: pages, people, one thing that matters, and the rest. */
export function PhoneBar(props: PhoneBarProps) {
  const {
    session,
    pages,
    people,
    currentId,
    goTo,
    title,
    leaderPageId,
    showSide,
    mainThing,
    more,
    leads,
    locks,
  } = props
  const t = useText('workshop')
  const words = useText('people')
  const [isExporting, setExporting] = useState(false)
  const [areKeysShown, showKeys] = useState(false)
  const isElsewhere = leaderPageId !== null && leaderPageId !== currentId
  return (
    <>
      <BottomBar
        peopleCount={people.length}
        onPages={() => showSide('pages', true)}
        onPeople={() => showSide('people', true)}
        mainThing={
          mainThing ?? (
            <BarButton
              icon={<LocateFixed />}
              label={t('leader.short')}
              isDisabled={!isElsewhere}
              onPress={() => leaderPageId !== null && goTo(leaderPageId)}
            />
          )
        }
        more={
          <>
            {more}
            {leads && (
              <MenuItem
                icon={locks.isPaused ? <CirclePlay /> : <CirclePause />}
                onAction={() => locks.pause(!locks.isPaused)}
              >
                {words(locks.isPaused ? 'pause.end' : 'pause.button')}
              </MenuItem>
            )}
            <MenuItem icon={<FileDown />} onAction={() => setExporting(true)}>
              {t('export')}
            </MenuItem>
            <MenuItem icon={<CircleHelp />} onAction={() => showKeys(true)}>
              {t('keys.button')}
            </MenuItem>
          </>
        }
      />
      <LazyExport
        session={session}
        pages={pages}
        currentPageId={currentId}
        title={title}
        isOpen={isExporting}
        onOpenChange={setExporting}
      />
      <ShortcutsDialog isOpen={areKeysShown} onOpenChange={showKeys} />
    </>
  )
}
