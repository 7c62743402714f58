// What the machine tells the page: menu commands, changed preferences, opened files, the wish to close.
import { useEffect } from 'react'
import type { OpenOutcome } from '../../shared/bridge/bridge'
import { runCommand } from '../platform/commands'
import type { Platform } from '../platform/platform'
import { setLanguage } from '../ui/language'
import { setTheme } from '../ui/theme'
import { answerClosing } from './closing'

export function useDesktopEvents(platform: Platform, onOpened: (outcome: OpenOutcome) => void): void {
  useEffect(() => {
    const stop = platform.listen((event) => {
      switch (event.kind) {
        case 'command':
          runCommand(event.command)
          return
        case 'preferences':
          setTheme(event.preferences.theme)
          void setLanguage(event.preferences.language)
          return
        case 'opened':
          onOpened(event.outcome)
          return
        case 'askedToClose':
          answerClosing(platform)
      }
    })
    void platform.ready()
    return stop
  }, [platform, onOpened])
}
