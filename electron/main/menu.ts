// The menu bar: the usual roles and shortcuts, in the interface's language. What concerns the workshop goes to the page.
import type { MenuItemConstructorOptions } from 'electron'
import type { Language, MenuCommand } from '../../shared/bridge/bridge'
import { menuText, type MenuText } from './texts'

export interface MenuParts {
  language: Language
  appName: string
  isMac: boolean
  /** Reload and developer tools, for who builds the app. */
  isDevelopment: boolean
  send(command: MenuCommand): void
}

type Item = MenuItemConstructorOptions

export function menuTemplate({ language, appName, isMac, isDevelopment, send }: MenuParts): Item[] {
  const word = (key: MenuText) => menuText(language, key, { app: appName })
  const role = (name: NonNullable<Item['role']>, key: MenuText, more: Item = {}): Item => ({
    role: name,
    label: word(key),
    ...more,
  })
  const command = (name: MenuCommand, key: MenuText, accelerator?: string, more: Item = {}): Item => ({
    id: name,
    label: word(key),
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(name),
    ...more,
  })
  const line: Item = { type: 'separator' }
  // The page handles these keys itself, because a text field undoes its own typing; the menu only shows them.
  const shownOnly: Item = { registerAccelerator: false }

  const file: Item = {
    label: word('file'),
    submenu: [
      command('newSession', 'newSession', 'CmdOrCtrl+N'),
      command('openFile', 'openFile', 'CmdOrCtrl+O'),
      command('openOnline', 'openOnline', 'CmdOrCtrl+Shift+O'),
      command('home', 'home', 'CmdOrCtrl+Shift+H'),
      line,
      command('saveCopy', 'saveCopy', 'CmdOrCtrl+Shift+S'),
      command('share', 'share', 'CmdOrCtrl+Shift+D'),
      command('export', 'export', 'CmdOrCtrl+P'),
      line,
      isMac ? role('close', 'closeWindow') : role('quit', 'quit', { accelerator: 'CmdOrCtrl+Q' }),
    ],
  }
  const edit: Item = {
    label: word('edit'),
    submenu: [
      command('undo', 'undo', 'CmdOrCtrl+Z', shownOnly),
      command('redo', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y', shownOnly),
      line,
      role('cut', 'cut'),
      role('copy', 'copy'),
      role('paste', 'paste'),
      role('pasteAndMatchStyle', 'pasteAsText'),
      role('selectAll', 'selectAll'),
    ],
  }
  const view: Item = {
    label: word('view'),
    submenu: [
      role('resetZoom', 'actualSize'),
      role('zoomIn', 'zoomIn'),
      // The key without Shift, on keyboards where plus needs it.
      role('zoomIn', 'zoomIn', {
        accelerator: 'CmdOrCtrl+=',
        visible: false,
        acceleratorWorksWhenHidden: true,
      }),
      role('zoomOut', 'zoomOut'),
      line,
      role('togglefullscreen', 'fullScreen'),
      ...(isDevelopment ? [line, role('reload', 'reload'), role('toggleDevTools', 'developerTools')] : []),
    ],
  }
  const window: Item = {
    label: word('window'),
    role: 'window',
    submenu: [
      role('minimize', 'minimize'),
      ...(isMac
        ? [role('zoom', 'zoomWindow'), line, role('front', 'bringAllToFront')]
        : [role('close', 'closeWindow', { accelerator: 'CmdOrCtrl+W' })]),
    ],
  }
  const help: Item = {
    label: word('help'),
    role: 'help',
    submenu: [command('shortcuts', 'shortcuts', 'F1'), ...(isMac ? [] : [line, command('about', 'about')])],
  }
  const app: Item = {
    label: appName,
    submenu: [
      command('about', 'about'),
      line,
      role('services', 'services'),
      line,
      role('hide', 'hide'),
      role('hideOthers', 'hideOthers'),
      role('unhide', 'showAll'),
      line,
      role('quit', 'quit'),
    ],
  }
  return [...(isMac ? [app] : []), file, edit, view, window, help]
}
