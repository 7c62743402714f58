import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './IconButton'
import { joinClasses } from './joinClasses'
import { useText } from './language'
import css from './dialog.module.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  size?: 'small' | 'medium' | 'large' | 'full'
  /** Buttons below, the main one last. They stay in view while the rest scrolls. */
  footer?: ReactNode
  children: ReactNode
}

/** A dialog in front of everything. Escape, its cross and a press beside it close it. */
export function Dialog({ title, isOpen, onOpenChange, size = 'medium', footer, children }: DialogProps) {
  const t = useText('ui')
  return (
    <ModalOverlay isOpen={isOpen} onOpenChange={onOpenChange} isDismissable className={css.overlay!}>
      <Modal className={joinClasses(css.modal, css[size])}>
        <AriaDialog className={css.dialog!}>
          <div className={css.head}>
            <Heading slot="title" level={2} className={css.title!}>
              {title}
            </Heading>
            <IconButton label={t('close')} icon={<X />} onPress={() => onOpenChange(false)} />
          </div>
          <div className={css.body}>{children}</div>
          {footer && <div className={css.foot}>{footer}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
