import { FileDown, Printer, RotateCcw } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Paper, PrintMark, PrintOrder } from '../../../shared/bridge/bridge'
import { printAddress } from '../../../shared/bridge/printAddress'
import type { Page } from '../../../shared/document/control'
import type { Session } from '../../document/session'
import { choosePlatform } from '../../platform/choosePlatform'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { formatOf } from '../../ui/format'
import { localeOf, useLanguage, useText } from '../../ui/language'
import { RadioGroup } from '../../ui/RadioGroup'
import { Select } from '../../ui/Select'
import { PageTicks } from './PageTicks'
import { Preview } from './Preview'
import { usePreview } from './usePreview'
import { useSavePdf } from './useSavePdf'
import css from './export.module.css'

export interface ExportDialogProps {
  session: Session
  /** The session's pages in use, in their order. */
  pages: readonly Page[]
  /** The page in view, ticked at first; without one, all are. */
  currentPageId: string | null
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** The session's title. */
  title: string
}

/** Chosen pages as a PDF, seen before it is made. */
export default function ExportDialog(props: ExportDialogProps) {
  const { session, pages, currentPageId, isOpen, onOpenChange, title } = props
  const t = useText('export')
  const language = useLanguage()
  const [paper, setPaper] = useState<Paper>('A4')
  const [mark, setMark] = useState<PrintMark | 'none'>('none')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(currentPageId === null ? pages.map((page) => page.id) : [currentPageId]),
  )
  const [tries, setTries] = useState(0)
  const frame = useRef<HTMLIFrameElement>(null)

  const chosen = pages.filter((page) => ticked.has(page.id))
  const order: PrintOrder = {
    sessionId: session.sessionId,
    pageIds: chosen.map((page) => page.id),
    paper,
    language,
    ...(mark !== 'none' && { mark }),
  }
  const { token, url: relay } = session.relay
  const address = chosen.length > 0 ? printAddress(location.origin, { order, token, relay }) : null
  const preview = usePreview(frame, address, tries)
  const isDesktop = choosePlatform().kind === 'desktop'
  const save = useSavePdf({
    order,
    token,
    titles: chosen.length === 1 ? [title, chosen[0]!.title] : [title],
    onSaved: () => onOpenChange(false),
  })

  return (
    <Dialog
      title={t('title')}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="full"
      footer={
        <>
          <output className={css.count}>
            {preview.kind === 'ready' && address !== null ? t('sheets', { count: preview.sheets }) : ''}
          </output>
          <Button
            variant="primary"
            icon={isDesktop ? <FileDown /> : <Printer />}
            isDisabled={address === null || preview.kind !== 'ready'}
            isPending={save.isSaving}
            onPress={save.start}
          >
            {t(isDesktop ? 'save' : 'print')}
          </Button>
        </>
      }
    >
      <div className={css.export}>
        <div className={css.choices}>
          <div className={css.options}>
            <RadioGroup
              label={t('paper')}
              isRow
              value={paper}
              onChange={setPaper}
              choices={[
                { id: 'A4', label: t('paperA4') },
                { id: 'A3', label: t('paperA3') },
              ]}
            />
            <Select
              label={t('mark')}
              value={mark}
              onChange={setMark}
              choices={[
                { id: 'none', label: t('markNone') },
                { id: 'draft', label: t('markDraft') },
                { id: 'final', label: t('markFinal') },
              ]}
            />
          </div>
          <PageTicks pages={pages} ticked={ticked} onChange={setTicked} />
        </div>
        <div className={css.result}>
          {preview.kind === 'ready' &&
            preview.warnings.map((warning) => (
              <output key={warning.pageTitle} className={css.warning}>
                {t(paper === 'A4' ? 'smallText' : 'smallTextOnA3', {
                  page: warning.pageTitle,
                  points: formatOf(localeOf[language]).number(warning.points),
                })}
              </output>
            ))}
          {address === null ? (
            <p className={css.nothing}>{t('noPages')}</p>
          ) : preview.kind === 'failed' ? (
            <div className={css.nothing} role="alert">
              <p>{t('failed')}</p>
              <Button icon={<RotateCcw />} onPress={() => setTries(tries + 1)}>
                {t('again')}
              </Button>
            </div>
          ) : (
            <Preview key={tries} address={address} paper={paper} state={preview} frame={frame} />
          )}
        </div>
      </div>
    </Dialog>
  )
}
