import { useEffect, useState } from 'react'
import { Spinner } from '../ui/Spinner'
import { useText } from '../ui/language'
import css from './pageOpening.module.css'

/** What is coming, once it has taken a moment (0.3 s). */
export function PageOpening() {
  const t = useText('workshop')
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return <div className={css.opening}>{isSlow && <Spinner label={t('opening')} />}</div>
}
