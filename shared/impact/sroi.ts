// Social return on investment: an optional figure, to be shown only with its assumptions.
import { z } from 'zod'
import { fault, faultsOfSchema, invalidInput, type InvalidInput } from '../checks/invalidInput'
import { AmountTooLarge, divideRoundedBig, scaledRatio, subtract, sum, times, toAmount } from '../money/round'

const share = z.int().min(0).max(10_000)

export const sroiInput = z.object({
  lines: z.array(
    z.object({
      id: z.string().min(1).max(200),
      outcome: z.string().default(''),
      quantity: z.int().min(0),
      /** Öre for one unit in one year; negative for harm. */
      proxySekOre: z.int(),
      years: z.int().min(1).max(100),
      /** What would have happened anyway. */
      deadweightBp: share,
      /** What is only moved from elsewhere. */
      displacementBp: share,
      /** What others brought about. */
      attributionBp: share,
      /** How much of the effect is lost from one year to the next. */
      dropOffBp: share,
    }),
  ),
  discountRateBp: z.int().min(0).max(1_000_000),
  /** Öre. */
  valueOfInputs: z.int().min(0),
})

export type SroiInput = Readonly<z.infer<typeof sroiInput>>
type SroiLine = SroiInput['lines'][number]

export interface SroiLineResult {
  readonly id: string
  readonly grossYear1: number
  readonly netByYear: readonly number[]
  readonly presentValueByYear: readonly number[]
  readonly presentValue: number
}

export interface SroiResult {
  readonly lines: readonly SroiLineResult[]
  readonly totalPresentValue: number
  readonly netPresentValue: number
  /** 42 means 0.42; null without inputs to divide by. */
  readonly ratioHundredths: number | null
}

/**
 * Per line and year: net = quantity × proxy × (1 − deadweight) × (1 − displacement) × (1 − attribution) ×
 * (1 − drop-off)^(year − 1), rounded once; present value = net / (1 + discount rate)^year, rounded once. The ratio
 * is the total present value over the value of inputs. Amounts in öre, exact all the way.
 */
export function sroi(raw: unknown): SroiResult | InvalidInput {
  const read = sroiInput.safeParse(raw)
  if (!read.success) return invalidInput(faultsOfSchema(read.error, raw))
  const input = read.data
  let at = -1
  try {
    const lines = input.lines.map((line, index) => {
      at = index
      return computeLine(line, input.discountRateBp)
    })
    at = -1
    const totalPresentValue = sum(lines.map((line) => line.presentValue))
    return {
      lines,
      totalPresentValue,
      netPresentValue: subtract(totalPresentValue, input.valueOfInputs),
      ratioHundredths: scaledRatio(BigInt(totalPresentValue), BigInt(input.valueOfInputs), 100n),
    }
  } catch (problem) {
    if (!(problem instanceof AmountTooLarge)) throw problem
    const path = at < 0 ? ['lines'] : ['lines', at]
    return invalidInput([fault(path, 'tooLarge', 'holds amounts too large to be computed exactly.')])
  }
}

function computeLine(line: SroiLine, discountRateBp: number): SroiLineResult {
  const whole = 10_000n
  const left = (basisPoints: number) => whole - BigInt(basisPoints)
  const grossYear1 = times(line.quantity, line.proxySekOre)
  const kept =
    BigInt(grossYear1) * left(line.deadweightBp) * left(line.displacementBp) * left(line.attributionBp)
  const years = Array.from({ length: line.years }, (_, year) => BigInt(year))
  const netByYear = years.map((year) =>
    toAmount(divideRoundedBig(kept * left(line.dropOffBp) ** year, whole ** (3n + year))),
  )
  const grown = whole + BigInt(discountRateBp)
  const presentValueByYear = netByYear.map((net, at) => {
    const year = BigInt(at + 1)
    return toAmount(divideRoundedBig(BigInt(net) * whole ** year, grown ** year))
  })
  return { id: line.id, grossYear1, netByYear, presentValueByYear, presentValue: sum(presentValueByYear) }
}
