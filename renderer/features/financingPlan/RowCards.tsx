import { ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import type { PlanTable } from '../../../shared/document/financingPlan'
import { titleOf, type PlanRow } from '../../../shared/document/planRows'
import type { PlainValue } from '../../../shared/document/recordTable'
import { formatKronor, formatWholeKronor } from '../../../shared/money/format'
import { sum } from '../../../shared/money/round'
import { joinClasses } from '../../ui/joinClasses'
import { useText } from '../../ui/language'
import { AddRow } from './AddRow'
import { cellOf } from './gridCells'
import { computedLines, groups } from './gridLines'
import { GroupHelp } from './GroupHelp'
import { periodLabel } from './periodLabel'
import { ScrollBox } from './ScrollBox'
import { usePeopleIn, usePlanPage } from './planContext'
import type { GridSeries } from './rowSeries'
import { rowWords } from './rowWords'
import type { Plan } from './usePlan'
import css from './cards.module.css'

interface RowCardsProps {
  plan: Plan
  series: GridSeries | null
}

/** The rows where there is no room for a grid: a list by group. Each opens with everything about it. */
export function RowCards({ plan, series }: RowCardsProps) {
  const t = useText('financingPlan')
  const { canWrite, actions, locale, showDetails } = usePlanPage()
  const add = (group: PlanTable, values: Readonly<Record<string, PlainValue>>) => {
    const id = actions.add(group, { values })
    if (id !== null) showDetails(id)
  }
  return (
    <div className={css.groups}>
      {groups.map((group) => {
        const total = series?.groups[group]
        return (
          <section key={group} className={css.group} aria-label={t(`group.${group}.title`)}>
            <div className={css.head}>
              <h2 className={css.title}>{t(`group.${group}.title`)}</h2>
              <GroupHelp group={group} />
              {total && <span className={css.sum}>{formatKronor(sum(total), locale)}</span>}
            </div>
            <ul className={css.list}>
              {plan.rows[group].map((planRow) => (
                <li key={planRow.row.id}>
                  <Card planRow={planRow} plan={plan} series={series} />
                </li>
              ))}
            </ul>
            {canWrite && <AddRow group={group} add={add} />}
          </section>
        )
      })}
      <section className={css.group} aria-label={t('cash.title')}>
        <h2 className={css.title}>{t('cash.title')}</h2>
        <ScrollBox label={t('cash.title')}>
          <table className={css.table}>
            <thead>
              <tr>
                <th scope="col">{t('chart.period')}</th>
                {computedLines.map((line) => (
                  <th key={line} scope="col">
                    {t(`line.${line}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {plan.periods.map((period, at) => (
                <tr key={period} data-row={`closingCash ${period}`}>
                  <th scope="row">{periodLabel(plan.parts.facts.periodType, period, t, locale)}</th>
                  {computedLines.map((line) => {
                    const value = series?.lines[line][at]
                    const isShort = line === 'closingCash' && value !== undefined && value < 0
                    return (
                      <td
                        key={line}
                        data-cell={`${line}|${period}`}
                        tabIndex={-1}
                        className={isShort ? css.short : undefined}
                      >
                        {value === undefined ? '–' : formatWholeKronor(value, locale)}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </section>
    </div>
  )
}

function Card({ planRow, plan, series }: RowCardsProps & { planRow: PlanRow }) {
  const t = useText('financingPlan')
  const { locale, showDetails, highlighted } = usePlanPage()
  const { id } = planRow.row
  const people = usePeopleIn(id)
  const nameOf = (other: string) => {
    const found = plan.byId.get(other)
    return (found && titleOf(found)) || t('row.untitled')
  }
  const words = rowWords(planRow, t, nameOf)
  const total = cellOf(planRow, 'total', plan.periods, series?.rows.get(id))
  const amount = total.kind === 'value' || total.kind === 'computed' ? total.value : null
  return (
    <Button
      data-row={id}
      data-cell={`${id}|title`}
      className={joinClasses(css.card, highlighted === id && css.highlighted)}
      onPress={() => showDetails(id)}
    >
      <span className={css.words}>
        <span className={css.name} dir="auto">
          {titleOf(planRow) || <em>{t('row.untitled')}</em>}
        </span>
        <span className={css.quiet}>{[words.kind, words.state].filter(Boolean).join(' · ')}</span>
        {series?.leftOut.has(id) && <span className={css.leftOut}>{t('row.leftOut')}</span>}
        {people.map((who) => (
          <span key={who.clientId} className={css.person} style={{ borderColor: who.color }}>
            {who.name}
          </span>
        ))}
      </span>
      <span className={css.amount}>{amount === null ? '–' : formatKronor(amount, locale)}</span>
      <ChevronRight className={css.onward} aria-hidden="true" />
    </Button>
  )
}
