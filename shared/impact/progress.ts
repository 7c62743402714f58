// How far an indicator has come, and how far it should have come by now.
import { exactFraction, divideRounded, scaledRatio } from '../money/round'
import { daysBetween } from './dates'
import type { Frequency, Indicator } from './input'

export type ProgressStatus = 'achieved' | 'onTrack' | 'behind' | 'noData'

export interface IndicatorProgress {
  readonly indicatorId: string
  readonly latest: number | null
  readonly latestDate: string | null
  /** Never capped: below 0 and above 10 000 are told as they are. */
  readonly progressBp: number | null
  /** 0 to 10 000. */
  readonly expectedProgressBp: number | null
  readonly status: ProgressStatus
}

/** How far behind the even pace still counts as on track. */
const toleranceBp = 1000

/**
 * Progress = round((latest − baseline) / (target − baseline) × 10 000), null without all three or when target and
 * baseline are equal. Expected = the share of the days from the baseline's to the target's date that have passed.
 * Status: achieved at 10 000, on track within 1 000 of the expected, else behind; no data while there is no
 * progress to judge, or no dates to judge it by.
 */
export function indicatorProgress(
  indicator: Indicator,
  asOf: string,
  chainStart: string | null = null,
): IndicatorProgress {
  const latest = latestMeasurement(indicator, asOf)
  const baseline = baselineOf(indicator, chainStart)
  const { target } = indicator
  const progressBp =
    latest && baseline && target ? shareOfWay(baseline.value, latest.value, target.value) : null
  const expectedProgressBp =
    progressBp !== null && baseline?.date && target?.date
      ? expectedProgress(baseline.date, target.date, asOf)
      : null
  return {
    indicatorId: indicator.id,
    latest: latest?.value ?? null,
    latestDate: latest?.date ?? null,
    progressBp,
    expectedProgressBp,
    status: statusOf(progressBp, expectedProgressBp),
  }
}

function statusOf(progress: number | null, expected: number | null): ProgressStatus {
  if (progress === null) return 'noData'
  if (progress >= 10_000) return 'achieved'
  if (expected === null) return 'noData'
  return progress >= expected - toleranceBp ? 'onTrack' : 'behind'
}

/** The measurement with the latest date not after `asOf`; of several on one day the one entered last. */
export function latestMeasurement({ measurements }: Indicator, asOf: string) {
  let latest: Indicator['measurements'][number] | null = null
  for (const each of measurements)
    if (each.date <= asOf && (latest === null || each.date >= latest.date)) latest = each
  return latest
}

/** The value to compare with: 0 from the chain's start where the indicator needs none of its own. */
export function baselineOf(
  indicator: Indicator,
  chainStart: string | null,
): { value: number; date: string | null } | null {
  return indicator.baselineNotApplicable ? { value: 0, date: chainStart } : indicator.baseline
}

/** Exact for decimals too: measured values are read as the decimal numbers they were written as. */
function shareOfWay(baseline: number, latest: number, target: number): number | null {
  const [from, now, to] = [baseline, latest, target].map(exactFraction) as [Fraction, Fraction, Fraction]
  const scale = from.denominator * now.denominator * to.denominator
  const onScale = (value: Fraction) => (value.numerator * scale) / value.denominator
  return scaledRatio(onScale(now) - onScale(from), onScale(to) - onScale(from), 10_000n)
}

type Fraction = ReturnType<typeof exactFraction>

/** A target that is due no later than its baseline expects nothing before its day and everything from then on. */
function expectedProgress(from: string, to: string, asOf: string): number {
  const days = daysBetween(from, to)
  const elapsed = daysBetween(from, asOf)
  if (days <= 0) return asOf >= to ? 10_000 : 0
  return divideRounded(Math.min(Math.max(elapsed, 0), days) * 10_000, days)
}

const overdueDays: Record<Frequency, number> = { month: 31, quarter: 92, halfyear: 184, year: 366 }

/**
 * Whether more days than the frequency allows have passed since the last measurement (else since the baseline,
 * else since the chain's start). Never before the chain has started, and never without a frequency.
 */
export function isOverdue(indicator: Indicator, asOf: string, chainStart: string | null): boolean {
  if (indicator.frequency === null || (chainStart !== null && asOf < chainStart)) return false
  const since =
    latestMeasurement(indicator, asOf)?.date ?? baselineOf(indicator, chainStart)?.date ?? chainStart
  return since !== null && daysBetween(since, asOf) > overdueDays[indicator.frequency]
}
