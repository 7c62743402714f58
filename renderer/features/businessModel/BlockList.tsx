import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import { blocksOf } from '../../../shared/businessModel/layouts'
import type { BlockKey } from '../../../shared/document/businessModel'
import { useText } from '../../ui/language'
import { BlockNotes } from './Block'
import { BlockHelp } from './BlockHelp'
import { useCanvas, useNotesIn } from './canvasContext'
import { PeopleHere } from './PeopleHere'
import css from './blockList.module.css'

interface BlockListProps {
  open: ReadonlySet<BlockKey>
  setOpen: (block: BlockKey, isOpen: boolean) => void
}

/** The canvas on a narrow screen: the blocks below each other, each opened by a press. */
export function BlockList({ open, setOpen }: BlockListProps) {
  const t = useText('businessModel')
  const { layout } = useCanvas()
  return (
    <ul className={css.list} aria-label={t('blocks')}>
      {blocksOf(layout).map((block) => (
        <BlockRow
          key={block}
          block={block}
          isOpen={open.has(block)}
          setOpen={(isOpen) => setOpen(block, isOpen)}
        />
      ))}
    </ul>
  )
}

interface BlockRowProps {
  block: BlockKey
  isOpen: boolean
  setOpen: (isOpen: boolean) => void
}

function BlockRow({ block, isOpen, setOpen }: BlockRowProps) {
  const t = useText('businessModel')
  const { length } = useNotesIn(block)
  const id = useId()
  return (
    <li className={css.row} data-block={block}>
      <div className={css.head}>
        <h2 className={css.title}>
          <AriaButton
            className={css.opener!}
            aria-expanded={isOpen}
            aria-controls={id}
            onPress={() => setOpen(!isOpen)}
          >
            <ChevronDown className={css.chevron} data-open={isOpen || undefined} aria-hidden="true" />
            <span className={css.name}>{t(`block.${block}.title`)}</span>
            <span className={css.count}>{t('count', { count: length })}</span>
          </AriaButton>
        </h2>
        <PeopleHere block={block} />
        <BlockHelp block={block} />
      </div>
      <div id={id} className={css.notes} hidden={!isOpen}>
        {isOpen && <BlockNotes block={block} />}
      </div>
    </li>
  )
}
