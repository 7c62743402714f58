import { expect, test } from 'vitest'
import { requestOf } from './limits'

const now = new Date(2026, 10, 24, 15, 30).getTime()

test('an invite for today is good until the day ends here, one for a week until that weekday ends', () => {
  const endOf = (until: 'today' | 'week') => new Date(requestOf('observer', until, 'any', now).expiresAt!)
  expect([endOf('today').getDate(), endOf('today').getHours()]).toEqual([24, 23])
  expect([endOf('week').getMonth(), endOf('week').getDate()]).toEqual([11, 1])
})

test('without limits nothing is said of them', () => {
  expect(requestOf('participant', 'revoked', 'any', now)).toEqual({ role: 'participant' })
  expect(requestOf('coFacilitator', 'revoked', '1', now)).toEqual({ role: 'coFacilitator', uses: 1 })
})
