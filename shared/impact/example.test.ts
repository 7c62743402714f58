import { describe, expect, it, test } from 'vitest'
import example from '../../tests/fixtures/domain/impact-example.json'
import { checkImpactChain } from './checkChain'
import { impactFinding, impactRules } from './rules/messages'
import { sdgTargets } from './sdgTargets'
import { sroi } from './sroi'

describe('the worked example', () => {
  it.each(example.cases)('$name: findings, progress and coverage', ({ input, asOf, expected }) => {
    expect(checkImpactChain(input, asOf)).toEqual(expected)
  })

  it('has the same 34 rules, severities and messages', () => {
    const stated = example.rules.map(({ code, severity, messageEn, messageSv }) => ({
      code,
      severity,
      target: 'x',
      messageEn,
      messageSv,
    }))
    expect(impactRules.map((code) => impactFinding(code, 'x'))).toEqual(stated)
  })

  it('has the same 169 targets', () => {
    expect(sdgTargets).toEqual(example.sdgTargets)
  })
})

test('the social return of the worked example', () => {
  expect(sroi(example.sroi.input)).toEqual(example.sroi.expected)
})
