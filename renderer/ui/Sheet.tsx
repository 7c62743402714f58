import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './IconButton'
import { joinClasses } from './joinClasses'
import { useText } from './language'
import css from './sheet.module.css'

export interface SheetProps {
  title: string
  /** Which edge it comes from; `start` is left where one reads from the left. */
  from: 'start' | 'end' | 'below'
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  children: ReactNode
}

/** A panel over an edge of the page, where there is no room for it beside the page. */
export function Sheet({ title, from, isOpen, onOpenChange, children }: SheetProps) {
  const t = useText('ui')
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isDismissable
      className={joinClasses(css.overlay, css[from])}
    >
      <Modal className={css.sheet!}>
        <Dialog className={css.dialog!}>
          <div className={css.head}>
            <Heading slot="title" level={2} className={css.title!}>
              {title}
            </Heading>
            <IconButton label={t('close')} icon={<X />} onPress={() => onOpenChange(false)} />
          </div>
          <div className={css.body}>{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
