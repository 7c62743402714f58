import { Ellipsis, Files, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Menu } from '../ui/Menu'
import { useText } from '../ui/language'
import css from './bottomBar.module.css'

export interface BottomBarProps {
  peopleCount: number
  onPages: () => void
  onPeople: () => void
  /** The one more thing that matters to this person here. */
  mainThing: ReactNode
  /** Menu items under "More". */
  more: ReactNode
}

/** On a phone: four things at the thumb. */
export function BottomBar({ peopleCount, onPages, onPeople, mainThing, more }: BottomBarProps) {
  const t = useText('workshop')
  const ui = useText('ui')
  return (
    <nav className={css.bar} aria-label={t('bar')}>
      <BarButton icon={<Files />} label={t('pages.title')} onPress={onPages} />
      <BarButton icon={<Users />} label={t('people.count', { count: peopleCount })} onPress={onPeople} />
      {mainThing}
      <Menu placement="top end" trigger={<BarButton icon={<Ellipsis />} label={ui('more')} />}>
        {more}
      </Menu>
    </nav>
  )
}

export interface BarButtonProps {
  icon: ReactNode
  label: string
  onPress?: () => void
  isDisabled?: boolean
}

export function BarButton({ icon, label, onPress, isDisabled }: BarButtonProps) {
  return (
    <Button className={css.button!} {...(onPress && { onPress })} {...(isDisabled && { isDisabled })}>
      {icon}
      <span className={css.label}>{label}</span>
    </Button>
  )
}
