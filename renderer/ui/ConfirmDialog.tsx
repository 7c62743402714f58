import { Button } from './Button'
import { Dialog } from './Dialog'
import { useText } from './language'

export interface ConfirmDialogProps {
  title: string
  /** What will happen, in one or two sentences. */
  text: string
  /** The verb on the button that does it. */
  confirmLabel: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onConfirm: () => void
  /** `primary` for what loses nothing. */
  variant?: 'danger' | 'primary'
}

/** Asks before what can't be undone. Where an undo toast can do the job, use that instead. */
export function ConfirmDialog({
  title,
  text,
  confirmLabel,
  isOpen,
  onOpenChange,
  onConfirm,
  variant = 'danger',
}: ConfirmDialogProps) {
  const t = useText('ui')
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="small"
      footer={
        <>
          <Button onPress={() => onOpenChange(false)} autoFocus>
            {t('cancel')}
          </Button>
          <Button
            variant={variant}
            onPress={() => {
              onOpenChange(false)
              onConfirm()
            }}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  )
}
