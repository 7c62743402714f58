import { CircleHelp, FileDown } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { Page } from '../../shared/document/control'
import type { Session } from '../document/session'
import { useCommand } from '../platform/commands'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { useText } from '../ui/language'
import { useKey } from '../ui/shortcuts'
import { ShortcutsDialog } from '../ui/ShortcutsDialog'
import { LazyExport } from './LazyExport'

export interface WorkshopToolsProps {
  session: Session
  pages: readonly Page[]
  currentId: string | null
  title: string
}

/** What everybody has at the end of the top bar: export and the list of keys. */
export function WorkshopTools({ session, pages, currentId, title }: WorkshopToolsProps) {
  const t = useText('workshop')
  const [isExporting, setExporting] = useState(false)
  const [areKeysShown, showKeys] = useState(false)
  const openExport = useCallback(() => setExporting(true), [])
  const openKeys = useCallback(() => showKeys(true), [])
  useCommand('export', openExport)
  useCommand('shortcuts', openKeys)
  useKey('?', openKeys)
  return (
    <>
      <IconButton label={t('keys.button')} keys="?" icon={<CircleHelp />} onPress={openKeys} />
      <Button icon={<FileDown />} onPress={openExport} isDisabled={pages.length === 0}>
        {t('export')}
      </Button>
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
