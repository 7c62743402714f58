import { Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { Select } from '../../../ui/Select'
import { useChain, useChainData } from '../chainContext'
import { DateField } from '../fields/DateField'
import { SharedField } from '../fields/SharedField'
import { AllAssumptions } from './AllAssumptions'
import css from './panel.module.css'

/** About the chain as a whole: the need, when, for whom and with whom. */
export function AboutPanel({ targetGroup }: { targetGroup: string | undefined }) {
  const t = useText('impactChain')
  const { actions, canWrite } = useChain()
  const { facts } = useChainData()
  const isBackwards = facts.start !== '' && facts.end !== '' && facts.end < facts.start
  return (
    <>
      <SharedField
        table="need"
        id=""
        textKey=""
        at="need"
        label={t('about.need')}
        description={t('about.needHelp')}
        lines={3}
      />
      <div className={css.pair}>
        <DateField
          label={t('about.start')}
          value={facts.start}
          isReadOnly={!canWrite}
          onChange={(start) => actions.setFacts({ start })}
        />
        <DateField
          label={t('about.end')}
          value={facts.end}
          isReadOnly={!canWrite}
          problem={isBackwards ? t('about.endBeforeStart') : null}
          onChange={(end) => actions.setFacts({ end })}
        />
      </div>
      <TargetGroups shown={targetGroup} />
      <Stakeholders />
      <AllAssumptions />
    </>
  )
}

function TargetGroups({ shown }: { shown: string | undefined }) {
  const t = useText('impactChain')
  const { actions, canWrite } = useChain()
  const { targetGroups } = useChainData()
  const list = useRef<HTMLUListElement>(null)
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    const id = wanted.current ?? shown
    const item = id && list.current?.querySelector(`[data-record="${CSS.escape(id)}"]`)
    if (!item) return
    wanted.current = null
    item.scrollIntoView({ block: 'nearest' })
    item.querySelector('textarea')?.focus()
  }, [shown, targetGroups.length])
  return (
    <section className={css.part}>
      <h3 className={css.partHead}>{t('targetGroup.title')}</h3>
      {targetGroups.length === 0 && <p className={css.quiet}>{t('targetGroup.none')}</p>}
      <ul ref={list} className={css.list}>
        {targetGroups.map((group) => (
          <li key={group.id} className={css.item} data-record={group.id}>
            <div className={css.line}>
              <SharedField
                table="targetGroups"
                id={group.id}
                textKey="name"
                at="need"
                label={t('targetGroup.name')}
                isLine
                className={css.grow!}
              />
              {canWrite && (
                <IconButton
                  label={t('targetGroup.delete', { name: group.name })}
                  icon={<X />}
                  onPress={() => actions.remove('targetGroups', group.id, 'targetGroup')}
                />
              )}
            </div>
            <Select
              label={t('targetGroup.kind')}
              isLabelHidden
              value={group.kind}
              isDisabled={!canWrite}
              onChange={(kind) => actions.set('targetGroups', group.id, { kind })}
              choices={(['primary', 'secondary'] as const).map((id) => ({
                id,
                label: t(`targetGroup.${id}`),
                description: t(`targetGroup.${id}Help`),
              }))}
            />
          </li>
        ))}
      </ul>
      {canWrite && (
        <Button
          size="small"
          icon={<Plus />}
          className={css.start!}
          onPress={() => {
            wanted.current = actions.add('targetGroups', { kind: 'primary' })
          }}
        >
          {t('targetGroup.addNew')}
        </Button>
      )}
    </section>
  )
}

function Stakeholders() {
  const t = useText('impactChain')
  const { actions, canWrite } = useChain()
  const { stakeholders } = useChainData()
  return (
    <section className={css.part}>
      <h3 className={css.partHead}>{t('stakeholder.title')}</h3>
      {stakeholders.length === 0 && <p className={css.quiet}>{t('stakeholder.none')}</p>}
      <ul className={css.list}>
        {stakeholders.map((each) => (
          <li key={each.id} className={css.item}>
            <div className={css.line}>
              <SharedField
                table="stakeholders"
                id={each.id}
                textKey="name"
                at="need"
                label={t('stakeholder.name')}
                isLine
                className={css.grow!}
              />
              {canWrite && (
                <IconButton
                  label={t('stakeholder.delete', { name: each.name })}
                  icon={<X />}
                  onPress={() => actions.remove('stakeholders', each.id, 'stakeholder')}
                />
              )}
            </div>
            <SharedField
              table="stakeholders"
              id={each.id}
              textKey="role"
              at="need"
              label={t('stakeholder.role')}
              isLine
            />
          </li>
        ))}
      </ul>
      {canWrite && (
        <Button
          size="small"
          icon={<Plus />}
          className={css.start!}
          onPress={() => void actions.add('stakeholders')}
        >
          {t('stakeholder.add')}
        </Button>
      )}
    </section>
  )
}
