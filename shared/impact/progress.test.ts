import { expect, test } from 'vitest'
import { check, completeChain, type TestChain } from '../../tests/fixtures/domain/completeChain'

function progressOf(change: (indicator: TestChain['indicators'][number]) => void, day?: string) {
  return check(
    completeChain((chain) => change(chain.indicators[0]!)),
    day,
  ).indicatorProgress[0]!
}

test('progress is never capped', () => {
  expect(progressOf((i) => (i.measurements[0]!.value = 90))).toMatchObject({
    progressBp: 20_000,
    status: 'achieved',
  })
  expect(progressOf((i) => (i.measurements[0]!.value = 40))).toMatchObject({
    progressBp: -5000,
    status: 'behind',
  })
})

test('within a tenth of the even pace is on track', () => {
  // Expected on this day: 8653.
  expect(
    progressOf((i) =>
      Object.assign(i, {
        baseline: { value: 0, date: '2027-01-15' },
        target: { value: 10_000, date: '2027-12-15' },
        measurements: [{ date: '2027-06-30', value: 7653 }],
      }),
    ),
  ).toMatchObject({ expectedProgressBp: 8653, status: 'onTrack' })
  expect(
    progressOf((i) =>
      Object.assign(i, {
        baseline: { value: 0, date: '2027-01-15' },
        target: { value: 10_000, date: '2027-12-15' },
        measurements: [{ date: '2027-06-30', value: 7652 }],
      }),
    ),
  ).toMatchObject({ status: 'behind' })
})

test('the pace stays between nothing and all of it', () => {
  const measured = (i: TestChain['indicators'][number]) =>
    (i.measurements = [{ date: '2026-01-01', value: 51 }])
  expect(progressOf(measured, '2027-01-01').expectedProgressBp).toBe(0)
  expect(progressOf(measured, '2029-01-01').expectedProgressBp).toBe(10_000)
})

test('decimals are computed as they are written', () => {
  const change = (i: TestChain['indicators'][number]) =>
    Object.assign(i, {
      baseline: { value: 0.1, date: '2027-01-15' },
      target: { value: 0.3, date: '2027-12-15' },
      measurements: [{ date: '2027-06-30', value: 0.2 }],
    })
  expect(progressOf(change).progressBp).toBe(5000)
})

test('the latest measurement is by date, and the last entered on one day', () => {
  const change = (i: TestChain['indicators'][number]) => {
    i.measurements = [
      { date: '2027-08-01', value: 1 },
      { date: '2027-08-01', value: 2 },
      { date: '2027-03-01', value: 3 },
    ]
  }
  expect(progressOf(change)).toMatchObject({ latest: 2, latestDate: '2027-08-01' })
})

test('without dates there is no pace to judge by, unless the target is reached', () => {
  const change = (i: TestChain['indicators'][number]) => (i.target!.date = null)
  expect(progressOf(change)).toMatchObject({ progressBp: 6000, expectedProgressBp: null, status: 'noData' })
  expect(
    progressOf((i) => {
      change(i)
      i.measurements[0]!.value = 70
    }),
  ).toMatchObject({ status: 'achieved' })
})

test('where no baseline applies, the way begins at 0 on the chain’s first day', () => {
  const change = (i: TestChain['indicators'][number]) =>
    Object.assign(i, {
      baseline: null,
      baselineNotApplicable: true,
      target: { value: 124, date: '2027-12-31' },
    })
  expect(progressOf(change)).toMatchObject({ progressBp: 5000, expectedProgressBp: 8324 })
})
