// Native dialogs, in the interface's language.
import { dirname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type MessageBoxOptions } from 'electron'
import type { Language } from '../../shared/bridge/bridge'
import { dialogText, type DialogText } from './texts'

export interface Dialogs {
  chooseFile(): Promise<string | undefined>
  choosePlace(name: string): Promise<string | undefined>
  /** The page does not answer the wish to close. */
  pageIsSilent(): Promise<'wait' | 'close'>
  /** The page died twice in a short time. */
  pageStopped(): Promise<'openAgain' | 'quit'>
  /** The desk cannot be started; `sentence` is for who helps. */
  deskStopped(sentence: string): Promise<'tryAgain' | 'quit'>
}

/** `window` is the one the dialogs belong to, if there is one. */
export function makeDialogs(window: () => BrowserWindow | undefined, language: () => Language): Dialogs {
  const word = (key: DialogText, values?: Record<string, string>) => dialogText(language(), key, values)

  /** The number of the pressed button; the last one stands for Escape. */
  async function askWith(options: MessageBoxOptions): Promise<number> {
    const all: MessageBoxOptions = {
      type: 'warning',
      noLink: true,
      defaultId: 0,
      title: app.name,
      ...options,
    }
    const over = window()
    return (await (over ? dialog.showMessageBox(over, all) : dialog.showMessageBox(all))).response
  }

  const kindOf = (name: string) =>
    name.endsWith('.pdf')
      ? { title: word('pdfTitle'), filters: [{ name: word('pdfFiles'), extensions: ['pdf'] }] }
      : { title: word('saveTitle'), filters: [{ name: word('workshopFiles'), extensions: ['samverk'] }] }

  /** Where the person saved or opened last. */
  let folder: string | undefined

  return {
    chooseFile: async () => {
      const options = {
        title: word('openTitle'),
        defaultPath: folder ?? app.getPath('documents'),
        filters: [{ name: word('workshopFiles'), extensions: ['samverk'] }],
        properties: ['openFile' as const],
      }
      const over = window()
      const { canceled, filePaths } = await (over
        ? dialog.showOpenDialog(over, options)
        : dialog.showOpenDialog(options))
      return canceled ? undefined : filePaths[0]
    },
    choosePlace: async (name) => {
      const options = {
        ...kindOf(name),
        defaultPath: join(folder ?? app.getPath('documents'), name),
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      }
      const over = window()
      const { canceled, filePath } = await (over
        ? dialog.showSaveDialog(over, options)
        : dialog.showSaveDialog(options))
      if (canceled || !filePath) return undefined
      folder = dirname(filePath)
      return filePath
    },
    pageIsSilent: async () =>
      (await askWith({
        message: word('notSavedYet'),
        detail: word('notSavedYetDetail'),
        buttons: [word('wait'), word('closeAnyway')],
        cancelId: 0,
      })) === 1
        ? 'close'
        : 'wait',
    pageStopped: async () =>
      (await askWith({
        message: word('windowStopped'),
        detail: word('windowStoppedDetail'),
        buttons: [word('openAgain'), word('quit')],
        cancelId: 0,
      })) === 1
        ? 'quit'
        : 'openAgain',
    deskStopped: async (sentence) =>
      (await askWith({
        type: 'error',
        message: word('cannotStart'),
        detail: word('cannotStartDetail', { sentence }),
        buttons: [word('tryAgain'), word('quit')],
        cancelId: 1,
      })) === 0
        ? 'tryAgain'
        : 'quit',
  }
}
