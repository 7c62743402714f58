import {
  ArrowDown,
  ArrowUp,
  Copy,
  Ellipsis,
  GripVertical,
  Lock,
  LockOpen,
  Pencil,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop'
import type { Page } from '../../shared/document/control'
import { IconButton } from '../ui/IconButton'
import { useText } from '../ui/language'
import { Menu, MenuItem, MenuSeparator } from '../ui/Menu'
import { PageIcon } from '../ui/PageIcon'
import { RenameDialog } from '../ui/RenameDialog'
import { AddPageMenu } from './AddPageMenu'
import { LockMark } from './LockMark'
import type { PageLinksProps } from './PageLinks'
import type { LockActions } from './useLockActions'
import type { PageActions } from './usePageActions'
import { WhoIsOnPage } from './WhoIsOnPage'
import css from './pageList.module.css'

export interface PageListProps extends PageLinksProps {
  actions: PageActions
}

/** The pages, for who leads: order by dragging, by keys or from the menu; add, rename, copy, delete. */
export function PageList({ pages, currentId, people, goTo, locks, actions }: PageListProps) {
  const t = useText('workshop')
  const [renamed, setRenamed] = useState<Page | null>(null)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': titleOf(pages, String(key)) })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={css.drop!} />,
    onReorder({ keys, target }) {
      const moved = pages.find((page) => keys.has(page.id))
      const at = pages.findIndex((page) => page.id === target.key)
      if (!moved || at < 0) return
      const next = target.dropPosition === 'before' ? pages[at] : pages[at + 1]
      if (next?.id !== moved.id) actions.move(moved, next?.id ?? null)
    },
  })
  return (
    <>
      <GridList
        aria-label={t('pages.title')}
        className={css.list!}
        items={pages}
        dependencies={[people, pages, locks]}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={currentId ? [currentId] : []}
        onSelectionChange={(keys) => {
          if (keys === 'all') return
          const [key] = keys
          if (key !== undefined) goTo(String(key))
        }}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className={css.empty}>{t('pages.none')}</p>}
      >
        {(page) => (
          <GridListItem id={page.id} textValue={page.title} className={css.row!}>
            <Button slot="drag" className={css.grip!} aria-label={t('pages.drag', { title: page.title })}>
              <GripVertical size={16} />
            </Button>
            <PageIcon kind={page.kind} />
            <span className={css.title} dir="auto">
              {page.title}
            </span>
            <LockMark isLocked={locks.isLocked(page.id)} />
            <WhoIsOnPage people={people} pageId={page.id} />
            <PageMenu
              page={page}
              pages={pages}
              locks={locks}
              actions={actions}
              onRename={() => setRenamed(page)}
            />
          </GridListItem>
        )}
      </GridList>
      <div className={css.add}>
        <AddPageMenu add={actions.add} />
      </div>
      {renamed && (
        <RenameDialog
          title={t('pages.renameTitle')}
          label={t('pages.name')}
          name={renamed.title}
          isOpen
          onOpenChange={() => setRenamed(null)}
          onRename={(title) => actions.rename(renamed, title)}
        />
      )}
    </>
  )
}

const titleOf = (pages: readonly Page[], id: string) => pages.find((page) => page.id === id)?.title ?? ''

interface PageMenuProps {
  page: Page
  pages: readonly Page[]
  locks: LockActions
  actions: PageActions
  onRename: () => void
}

function PageMenu({ page, pages, locks, actions, onRename }: PageMenuProps) {
  const words = useText('people')
  const isLocked = locks.isLocked(page.id)
  const t = useText('workshop')
  const ui = useText('ui')
  const at = pages.findIndex((each) => each.id === page.id)
  return (
    <Menu
      placement="bottom end"
      trigger={
        <IconButton
          size="small"
          label={t('pages.menu', { title: page.title })}
          icon={<Ellipsis size={18} />}
        />
      }
    >
      <MenuItem icon={<Pencil />} onAction={onRename}>
        {ui('rename')}
      </MenuItem>
      <MenuItem
        icon={<ArrowUp />}
        isDisabled={at <= 0}
        onAction={() => actions.move(page, pages[at - 1]?.id ?? null)}
      >
        {t('pages.moveUp')}
      </MenuItem>
      <MenuItem
        icon={<ArrowDown />}
        isDisabled={at >= pages.length - 1}
        onAction={() => actions.move(page, pages[at + 2]?.id ?? null)}
      >
        {t('pages.moveDown')}
      </MenuItem>
      <MenuItem icon={<Copy />} onAction={() => actions.duplicate(page)}>
        {t('pages.duplicate')}
      </MenuItem>
      <MenuItem
        icon={isLocked ? <LockOpen /> : <Lock />}
        {...(!isLocked && { description: words('lock.help') })}
        onAction={() => locks.lock(page.id, !isLocked)}
      >
        {words(isLocked ? 'lock.end' : 'lock.begin')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<Trash2 />} isDanger onAction={() => actions.putAway(page)}>
        {t('pages.delete')}
      </MenuItem>
    </Menu>
  )
}
