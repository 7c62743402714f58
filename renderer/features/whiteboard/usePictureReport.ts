import { useMemo, useRef } from 'react'
import { toast } from '../../ui/toast'
import type { Text } from '../../ui/language'
import type { PictureReport } from './addPictures'

const said = new Set([
  'tooLarge',
  'wrongType',
  'damagedPicture',
  'tooManyPixels',
  'quota',
  'sessionFull',
  'unreachable',
  'notAllowed',
  'notAdmitted',
  'storageFailed',
  'diskFull',
])

/** Tells in short messages what became of pictures. The same object for as long as the component is there. */
export function usePictureReport(t: Text): PictureReport {
  const text = useRef(t)
  text.current = t
  return useMemo(() => {
    let stopTelling: (() => void) | undefined
    return {
      refused(kind, name) {
        toast({
          kind: 'problem',
          text: text.current(`picture.${said.has(kind) ? kind : 'failed'}`, { name }),
        })
      },
      busy(count) {
        stopTelling?.()
        stopTelling = count > 0 ? toast({ text: text.current('picture.busy', { count }) }) : undefined
      },
    }
  }, [])
}
