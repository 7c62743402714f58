import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { titleOf, type PlanRow } from '../../../../shared/document/planRows'
import { Button } from '../../../ui/Button'
import { Dialog } from '../../../ui/Dialog'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { LinkSection } from '../../../ui/links/LinkSection'
import { usePlanPage } from '../planContext'
import type { GridSeries } from '../rowSeries'
import type { Figures, Plan } from '../usePlan'
import { Amounts } from './Amounts'
import { CostDetails } from './CostDetails'
import { PersonnelDetails } from './PersonnelDetails'
import { SourceDetails } from './SourceDetails'
import { TitleField } from './TitleField'
import css from './details.module.css'

interface RowDetailsProps {
  planRow: PlanRow
  plan: Plan
  figures: Figures | null
  series: GridSeries | null
  close: () => void
}

/** Everything about one row. What is changed here is changed at once, for everybody. */
export default function RowDetails({ planRow, plan, figures, series, close }: RowDetailsProps) {
  const t = useText('financingPlan')
  const { canWrite, actions } = usePlanPage()
  const siblings = plan.rows[planRow.table]
  const at = siblings.findIndex((each) => each.row.id === planRow.row.id)
  const name = titleOf(planRow) || t('row.untitled')
  return (
    <Dialog
      title={t('row.details', { row: name })}
      isOpen
      size="large"
      onOpenChange={(isOpen) => !isOpen && close()}
      footer={
        <>
          {canWrite && (
            <span className={css.footStart}>
              <IconButton
                label={t('row.moveUp')}
                icon={<ArrowUp />}
                isDisabled={at <= 0}
                onPress={() => actions.step(planRow, -1, siblings)}
              />
              <IconButton
                label={t('row.moveDown')}
                icon={<ArrowDown />}
                isDisabled={at >= siblings.length - 1}
                onPress={() => actions.step(planRow, 1, siblings)}
              />
              <Button
                variant="quiet"
                icon={<Trash2 />}
                onPress={() => {
                  close()
                  actions.remove(planRow)
                }}
              >
                {t('row.delete')}
              </Button>
            </span>
          )}
          <Button variant="primary" onPress={close}>
            {t('details.close')}
          </Button>
        </>
      }
    >
      <div className={css.details}>
        <TitleField planRow={planRow} />
        {planRow.table === 'sources' ? (
          <SourceDetails planRow={planRow} plan={plan} figures={figures} />
        ) : planRow.table === 'personnel' ? (
          <PersonnelDetails planRow={planRow} plan={plan} figures={figures} />
        ) : (
          <CostDetails planRow={planRow} plan={plan} />
        )}
        <Amounts planRow={planRow} plan={plan} series={series?.rows.get(planRow.row.id)} />
        <LinkSection
          thing={{
            id: planRow.row.id,
            kind: planRow.table === 'sources' ? 'source' : 'cost',
            title: titleOf(planRow),
          }}
          from={planRow.row.reference}
        />
      </div>
    </Dialog>
  )
}
