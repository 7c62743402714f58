import { Share2 } from 'lucide-react'
import { Button } from '../../ui/Button'
import { useText } from '../../ui/language'
import css from './shareButton.module.css'

export const ShareIcon = Share2

/** Opens the share dialog, and says when the door stands open. */
export function ShareButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) {
  const t = useText('sharing')
  return (
    <Button
      variant="primary"
      icon={isOpen ? <span className={css.live} aria-hidden="true" /> : <ShareIcon />}
      onPress={onPress}
    >
      {t(isOpen ? 'buttonOpen' : 'button')}
    </Button>
  )
}
