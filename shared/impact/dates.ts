// Calendar days as `YYYY-MM-DD`, without clock or time zone.

/** Days since 1970-01-01, or null for text that is not a day of the calendar. */
export function dayNumber(date: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const time = new Date(0)
  time.setUTCFullYear(year, month - 1, day)
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return null
  return Math.round(time.getTime() / 86_400_000)
}

/** From the first day to the second; the days are known to be valid. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to)! - dayNumber(from)!
}
