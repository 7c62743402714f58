import { useEffect, useRef } from 'react'
import { useText } from '../../ui/language'
import { toast } from '../../ui/toast'
import { readDoorway } from './doorwayClient'

const everyMs = 5000

/**
 * Tells whoever leads, wherever they are in the workshop, that the computer has moved to another network while the door
 * is open: the guests are gone, and need the new picture.
 */
export function useMovedNotice({
  isOpen,
  isShown,
  show,
}: {
  isOpen: boolean
  isShown: boolean
  show: () => void
}): void {
  const t = useText('sharing')
  const told = useRef<number | null>(null)
  useEffect(() => {
    if (!isOpen) return undefined
    const timer = setInterval(() => {
      void readDoorway().then((answer) => {
        const movedAt = answer.ok ? answer.value.movedAt : null
        if (movedAt === null || movedAt === told.current) return
        told.current = movedAt
        if (!isShown)
          toast({ kind: 'problem', text: t('moved'), action: { label: t('showPicture'), onAction: show } })
      })
    }, everyMs)
    return () => clearInterval(timer)
  }, [isOpen, isShown, show, t])
}
