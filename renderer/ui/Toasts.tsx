import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { useText } from './language'
import { toasts } from './toast'
import css from './toasts.module.css'

/** Where messages appear; once in each shell. F6 reaches it. */
export function Toasts() {
  const t = useText('ui')
  return (
    <ToastRegion queue={toasts} className={css.region!} aria-label={t('messages')}>
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
    </ToastRegion>
  )
}
