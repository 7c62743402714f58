import { Plus } from 'lucide-react'
import { pageKinds } from '../../shared/document/control'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import { Menu, MenuItem } from '../ui/Menu'
import { PageIcon } from '../ui/PageIcon'
import type { PageActions } from './usePageActions'

export function AddPageMenu({ add }: { add: PageActions['add'] }) {
  const t = useText('workshop')
  return (
    <Menu
      trigger={
        <Button variant="quiet" icon={<Plus />}>
          {t('pages.add')}
        </Button>
      }
    >
      {pageKinds.map((kind) => (
        <MenuItem
          key={kind}
          icon={<PageIcon kind={kind} />}
          description={t(`kindHelp.${kind}`)}
          onAction={() => add(kind)}
        >
          {t(`kind.${kind}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
