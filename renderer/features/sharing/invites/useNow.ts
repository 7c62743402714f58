import { useEffect, useState } from 'react'

const everyMs = 20_000

/** The time (ms since 1970), near enough for what changes by the minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [])
  return now
}
