import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as Region,
} from 'react-aria-components/Toast'
import { useText } from './language'
import { toasts } from './toast'
import css from './toasts.module.css'

/** The messages that are shown just now. F6 reaches them. */
export default function ToastRegion() {
  const t = useText('ui')
  return (
    <Region queue={toasts} className={css.region!} aria-label={t('messages')}>
      {({ toast }) => (
        <Toast toast={toast} className={css.toast!}>
          {toast.content.kind === 'problem' && <TriangleAlert className={css.mark} aria-hidden="true" />}
          {toast.content.kind === 'done' && <CircleCheck className={css.mark} aria-hidden="true" />}
          <ToastContent className={css.words!}>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action && (
            <Button
              className={css.action!}
              onPress={() => {
                toast.content.action?.onAction()
                toasts.close(toast.key)
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" className={css.close!} aria-label={t('closeMessage')}>
            <X size={18} />
          </Button>
        </Toast>
      )}
    </Region>
  )
}
