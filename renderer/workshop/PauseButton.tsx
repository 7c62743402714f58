import { CirclePause } from 'lucide-react'
import { IconButton } from '../ui/IconButton'
import { useText } from '../ui/language'
import type { LockActions } from './useLockActions'

/** Stops everybody's writing but that of those who lead, and lets it go on. */
export function PauseButton({ locks }: { locks: LockActions }) {
  const t = useText('people')
  return (
    <IconButton
      label={t('pause.button')}
      icon={<CirclePause />}
      isSelected={locks.isPaused}
      onChange={locks.pause}
    />
  )
}
