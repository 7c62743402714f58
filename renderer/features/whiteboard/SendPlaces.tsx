// The places on a canvas that notes can be sent to: blocks, columns or kinds of row.
import { blocksOf } from '../../../shared/businessModel/layouts'
import { readLayout } from '../../../shared/document/businessModel'
import type { Page } from '../../../shared/document/control'
import { steps } from '../../../shared/impact/steps'
import { formatKronor } from '../../../shared/money/format'
import type { Room } from '../../document/session'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import { amountsIn, type SendPlace, type SentNote } from './sendNotes'
import css from './chrome.module.css'

/** The kinds of canvas that take notes. */
export const takingKinds: readonly string[] = ['businessModel', 'impactChain', 'financingPlan']

export interface SendPlacesProps {
  canvas: Page
  room: Room
  notes: readonly SentNote[]
  locale: string
  send: (place: SendPlace, name: string) => void
}

export function SendPlaces(props: SendPlacesProps) {
  if (props.canvas.kind === 'businessModel') return <Blocks {...props} />
  if (props.canvas.kind === 'impactChain') return <Steps {...props} />
  return <Rows {...props} />
}

function Blocks({ room, send }: SendPlacesProps) {
  const t = useText('whiteboard')
  const model = useText('businessModel')
  return (
    <div className={css.blocks} role="group" aria-label={t('send.block')}>
      {blocksOf(readLayout(room.doc)).map((block) => {
        const name = model(`block.${block}.title`)
        return (
          <Button key={block} isWide onPress={() => send({ kind: 'businessModel', block }, name)}>
            {name}
          </Button>
        )
      })}
    </div>
  )
}

function Steps({ send }: SendPlacesProps) {
  const t = useText('whiteboard')
  const chain = useText('impactChain')
  return (
    <div className={css.blocks} role="group" aria-label={t('send.step')}>
      {steps.map((step) => {
        const name = chain(`step.${step}.title`)
        return (
          <Button key={step} isWide onPress={() => send({ kind: 'impactChain', step }, name)}>
            {name}
          </Button>
        )
      })}
    </div>
  )
}

function Rows({ notes, locale, send }: SendPlacesProps) {
  const t = useText('whiteboard')
  const amounts = [...amountsIn(notes, locale).values()]
  return (
    <>
      <div className={css.blocks} role="group" aria-label={t('send.row.title')}>
        {(['sources', 'fixedCosts', 'personnel', 'variableCosts'] as const).map((table) => (
          <Button
            key={table}
            isWide
            onPress={() => send({ kind: 'financingPlan', table }, t(`send.row.in.${table}`))}
          >
            {t(`send.row.${table}`)}
          </Button>
        ))}
      </div>
      <p className={css.sendHint}>
        {amounts.length === 0
          ? t('send.noAmount', { count: notes.length })
          : t('send.amount', {
              count: amounts.length,
              list: amounts
                .map(
                  ({ amount, per }) => formatKronor(amount, locale) + (per ? ` ${t(`send.per.${per}`)}` : ''),
                )
                .join(', '),
            })}
      </p>
    </>
  )
}
