import { expect, test } from 'vitest'
import example from '../../tests/fixtures/domain/financing-example.json'
import { isInvalidInput } from '../checks/invalidInput'
import { computeFinancingPlan } from './computePlan'
import { examplePlan } from './examplePlan'

test.each(['sv', 'en'] as const)(
  'the plan to look at has the figures of the worked example (%s)',
  (language) => {
    const plan = computeFinancingPlan(examplePlan(language))
    if (isInvalidInput(plan)) throw new Error(plan.sentence)
    for (const name of ['cautious', 'base', 'hopeful'] as const)
      expect(plan.scenarios[name].closingCash).toEqual(example.expected.scenarios[name].closingCash)
    expect(plan.findings).toEqual(example.expected.findings)
  },
)
