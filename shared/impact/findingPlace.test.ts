// Every finding of the worked cases leads to something that is there.
import { expect, test } from 'vitest'
import example from '../../tests/fixtures/domain/impact-example.json'
import { isInvalidInput } from '../checks/invalidInput'
import { checkImpactChain } from './checkChain'
import { markedBy, placeOfFinding, type FindingPlace } from './findingPlace'
import { impactInput, type ImpactInput } from './input'
import { impactRules } from './rules/messages'

function isThere(place: FindingPlace, input: ImpactInput): boolean {
  const has = (list: readonly { id: string }[], id: string) => list.some((each) => each.id === id)
  switch (place.kind) {
    case 'need':
    case 'step':
      return true
    case 'element':
      return has(input.elements, place.id)
    case 'link':
      return has(input.links, place.id)
    case 'indicator':
      return has(input.indicators, place.id) && has(input.elements, place.element)
    case 'assumption':
      return has(input.assumptions, place.id) && (place.link === null || has(input.links, place.link))
    case 'targetGroup':
      return has(input.targetGroups, place.id)
  }
}

test.each(example.cases)('findings of the case $name lead to their places', ({ input: raw, asOf }) => {
  const input = impactInput.parse(raw)
  const checked = checkImpactChain(input, asOf)
  if (isInvalidInput(checked)) throw new Error(checked.sentence)
  for (const finding of checked.findings)
    expect(isThere(placeOfFinding(finding, input), input), `${finding.code} ${finding.target}`).toBe(true)
})

test('every rule has a place, also where ids are the same in several lists', () => {
  const indicators = [{ id: 'x', elementId: 'e' }] as unknown as ImpactInput['indicators']
  const links = [{ id: 'x', from: 'a', to: 'b', assumptionIds: ['x'] }]
  const place = (code: string) =>
    placeOfFinding(
      { code, target: 'x', severity: 'info', messageEn: '', messageSv: '' },
      { indicators, links },
    )
  expect(place('IC-14')).toEqual({ kind: 'indicator', id: 'x', element: 'e' })
  expect(place('IC-25')).toEqual({ kind: 'assumption', id: 'x', link: 'x' })
  expect(place('IC-09')).toEqual({ kind: 'link', id: 'x' })
  expect(place('IC-24')).toEqual({ kind: 'targetGroup', id: 'x' })
  expect(place('IC-13')).toEqual({ kind: 'element', id: 'x' })
  expect(place('IC-01')).toEqual({ kind: 'need' })
  expect(impactRules.map((code) => markedBy(place(code))).filter((mark) => mark === null)).toHaveLength(3)
})
