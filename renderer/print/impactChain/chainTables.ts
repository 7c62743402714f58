// Everything in a chain in words: its elements, links with what they take for granted, and the people it is for.
import { groupBySteps } from '../../../shared/impact/steps'
import { isSdgTarget } from '../../../shared/impact/sdgTargets'
import type { Stack } from '../stack'
import type { TableRow } from '../table'
import { elementAnchor, type PrintedChain } from './printedChain'

export function addElements(stack: Stack, printed: PrintedChain): void {
  const { chain, text, words, nameOf } = printed
  const { sdgText } = printed.printing
  const groups = chain.targetGroups
  const sdg = (target: string) =>
    isSdgTarget(target)
      ? words('sdg.target', {
          target,
          goal: target.split('.')[0],
          name: sdgText(`goal.${target.split('.')[0]}`),
        })
      : words('sdg.unknown', { target })
  const row = (each: (typeof chain.elements)[number]): TableRow => ({
    anchor: elementAnchor(chain.id, each.id),
    cells: [
      { own: each.negative ? `${nameOf(each.id)}\n(${words('element.negativeWord')})` : nameOf(each.id) },
      { own: each.description },
      {
        own: each.targetGroupIds
          .map((id) => groups.find((group) => group.id === id)?.name.trim())
          .filter(Boolean)
          .join('\n'),
      },
      each.sdg.map(sdg).join('\n'),
    ],
  })
  const heading = text('chain.elements')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    columns: [
      { head: words('element.title'), width: '82mm' },
      { head: words('element.description') },
      { head: words('targetGroup.title'), width: '50mm' },
      { head: words('sdg.title'), width: '72mm' },
    ],
    rows: [
      ...(chain.need.trim()
        ? [
            { tone: 'group' as const, cells: [words('step.need.title')] },
            { tone: 'wide' as const, cells: [{ own: chain.need }] },
          ]
        : []),
      ...[...groupBySteps(chain.elements)].flatMap(([step, elements]): TableRow[] =>
        elements.length === 0
          ? []
          : [{ tone: 'group', cells: [words(`step.${step}.title`)] }, ...elements.map(row)],
      ),
    ],
  })
}

export function addLinks(stack: Stack, { chain, links, text, words, nameOf }: PrintedChain): void {
  const heading = words('link.title')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    columns: [
      { head: text('chain.from') },
      { head: text('chain.to') },
      { head: words('assumption.title'), width: '105mm' },
    ],
    rows: links.map((link) => ({
      cells: [
        { own: nameOf(link.from) },
        { own: nameOf(link.to) },
        {
          own: link.assumptionIds
            .flatMap((id) => {
              const found = chain.assumptions.find((each) => each.id === id)
              return found ? [found.text.trim() || words('assumption.untitled')] : []
            })
            .join('\n'),
        },
      ],
    })),
  })
}

export function addAssumptions(stack: Stack, { chain, links, text, words }: PrintedChain): void {
  const heading = words('assumption.title')
  stack.addTable({
    heading,
    continued: text('continued', { name: heading }),
    columns: [
      { head: words('assumption.text') },
      { head: words('assumption.risk'), width: '48mm' },
      { head: words('assumption.test') },
      { head: words('link.title'), width: '40mm' },
    ],
    rows: chain.assumptions.map(({ id, text: own, risk, test }) => {
      const count = links.filter((link) => link.assumptionIds.includes(id)).length
      return {
        cells: [
          { own: own.trim() || words('assumption.untitled') },
          words(`risk.${risk}`),
          { own: test },
          count === 0 ? words('assumption.onNone') : words('assumption.onLinks', { count }),
        ],
      }
    }),
  })
}

export function addPeople(stack: Stack, { chain, text, words }: PrintedChain): void {
  const groups = words('targetGroup.title')
  stack.addTable({
    heading: groups,
    continued: text('continued', { name: groups }),
    columns: [
      { head: words('targetGroup.name'), width: '110mm' },
      { head: words('targetGroup.kind'), width: '60mm' },
      { head: '' },
    ],
    rows: chain.targetGroups.map(({ name, kind }) => ({
      cells: [{ own: name.trim() || words('untitled') }, words(`targetGroup.${kind}`), ''],
    })),
  })
  const stakeholders = words('stakeholder.title')
  stack.addTable({
    heading: stakeholders,
    continued: text('continued', { name: stakeholders }),
    columns: [{ head: words('stakeholder.name'), width: '110mm' }, { head: words('stakeholder.role') }],
    rows: chain.stakeholders.map(({ name, role }) => ({
      cells: [{ own: name.trim() || words('untitled') }, { own: role }],
    })),
  })
}
