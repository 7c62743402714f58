import { useEffect, useState } from 'react'

/** The day here, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The day here; it changes at midnight. */
export function useToday(): string {
  const [day, setDay] = useState(today)
  useEffect(() => {
    const timer = setInterval(() => setDay(today()), 60_000)
    return () => clearInterval(timer)
  }, [])
  return day
}
