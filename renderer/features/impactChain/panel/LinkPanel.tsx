import { ArrowRight, Plus, Trash2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Assumption, ChainLink } from '../../../../shared/document/impactChain'
import { risks } from '../../../../shared/impact/input'
import { Button } from '../../../ui/Button'
import { IconButton } from '../../../ui/IconButton'
import { useText } from '../../../ui/language'
import { RadioGroup } from '../../../ui/RadioGroup'
import { Select } from '../../../ui/Select'
import { useChain, useChainData } from '../chainContext'
import { SharedField } from '../fields/SharedField'
import { useNames } from '../useNames'
import { FindingsHere } from './FindingsHere'
import css from './panel.module.css'

/** A link: what leads to what, and what must be true for it. */
export function LinkPanel({ link, shown }: { link: ChainLink; shown: string | undefined }) {
  const t = useText('impactChain')
  const names = useNames()
  const { actions, canWrite, open } = useChain()
  const data = useChainData()
  const own = link.assumptionIds.flatMap((id) => data.assumption(id) ?? [])
  const others = data.assumptions.filter(
    ({ id, text }) => !link.assumptionIds.includes(id) && text.trim() !== '',
  )
  const end = (id: string) => (
    <Button
      variant="quiet"
      size="small"
      className={css.linkButton!}
      onPress={() => open({ kind: 'element', id })}
    >
      {names.element(data.element(id))}
    </Button>
  )
  return (
    <>
      <div>
        {end(link.from)}
        <ArrowRight className={css.onward} aria-label={t('link.leadsTo')} role="img" />
        {end(link.to)}
      </div>
      <FindingsHere kind="link" id={link.id} />
      <section className={css.part}>
        <h3 className={css.partHead}>{t('assumption.title')}</h3>
        <p className={css.quiet}>{t('assumption.help')}</p>
        <ul className={css.list}>
          {own.map((assumption) => (
            <AssumptionItem
              key={assumption.id}
              assumption={assumption}
              link={link}
              isShown={shown === assumption.id}
            />
          ))}
        </ul>
        {canWrite && (
          <Button
            size="small"
            icon={<Plus />}
            className={css.start!}
            onPress={() => {
              const id = actions.addAssumption(link.id)
              if (id) open({ kind: 'link', id: link.id, assumption: id })
            }}
          >
            {t('assumption.add')}
          </Button>
        )}
        {canWrite && others.length > 0 && (
          <Select
            label={t('assumption.pick')}
            value=""
            onChange={(id) => actions.tick('links', link.id, 'assumptionIds', id, true)}
            choices={others.map(({ id, text }) => ({ id, label: text.trim().slice(0, 80) }))}
          />
        )}
      </section>
      {canWrite && (
        <Button
          variant="danger"
          size="small"
          icon={<Trash2 />}
          className={css.start!}
          onPress={() => {
            actions.removeLink(link.id)
            open({ kind: 'element', id: link.from })
          }}
        >
          {t('link.deleteThis')}
        </Button>
      )}
    </>
  )
}

interface AssumptionItemProps {
  assumption: Assumption
  link: ChainLink
  isShown: boolean
}

function AssumptionItem({ assumption, link, isShown }: AssumptionItemProps) {
  const t = useText('impactChain')
  const { actions, canWrite } = useChain()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isShown) return
    item.current?.scrollIntoView({ block: 'nearest' })
    item.current?.querySelector('textarea')?.focus()
  }, [isShown])
  const at = `link:${link.id}`
  return (
    <li ref={item} className={css.item} data-assumption={assumption.id}>
      <div className={`${css.line} ${css.top}`}>
        <SharedField
          table="assumptions"
          id={assumption.id}
          textKey="text"
          at={at}
          label={t('assumption.text')}
          className={css.grow!}
        />
        {canWrite && (
          <IconButton
            label={t('assumption.drop')}
            icon={<X />}
            size="small"
            onPress={() => actions.dropAssumption(link.id, assumption.id)}
          />
        )}
      </div>
      <FindingsHere kind="assumption" id={assumption.id} />
      <RadioGroup
        label={t('assumption.risk')}
        isRow
        isDisabled={!canWrite}
        value={assumption.risk}
        onChange={(risk) => actions.set('assumptions', assumption.id, { risk })}
        choices={risks.map((id) => ({ id, label: t(`risk.${id}`) }))}
      />
      <SharedField
        table="assumptions"
        id={assumption.id}
        textKey="test"
        at={at}
        label={t('assumption.test')}
        description={t('assumption.testHelp')}
      />
    </li>
  )
}
