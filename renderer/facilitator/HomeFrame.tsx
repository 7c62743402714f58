import { LayoutGrid, Settings } from 'lucide-react'
import type { ReactNode } from 'react'
import { useText } from '../ui/language'
import { Mark } from '../ui/Mark'
import css from './homeFrame.module.css'

export interface HomeFrameProps {
  place: 'sessions' | 'settings'
  children: ReactNode
}

/** The list of places, and the place one is in. */
export function HomeFrame({ place, children }: HomeFrameProps) {
  const t = useText('home')
  const places = [
    { id: 'sessions', href: '#/', icon: <LayoutGrid aria-hidden="true" /> },
    { id: 'settings', href: '#/settings', icon: <Settings aria-hidden="true" /> },
  ] as const
  return (
    <div className={css.frame}>
      <header className={css.side}>
        <p className={css.brand}>
          <Mark />
          {t('app')}
        </p>
        <nav aria-label={t('places')}>
          <ul className={css.places}>
            {places.map(({ id, href, icon }) => (
              <li key={id}>
                <a
                  href={href}
                  className={css.place}
                  {...(id === place && { 'aria-current': 'page' as const })}
                >
                  {icon}
                  {t(`place.${id}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <div className={css.content}>{children}</div>
    </div>
  )
}
