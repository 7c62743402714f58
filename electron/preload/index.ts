// The typed doorway's page end. No logic and no import but electron: a sandboxed preload is one CommonJS file.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Desktop, DesktopEvent, Endpoint } from '../../shared/bridge/bridge'

const call = <E extends Endpoint>(name: E) =>
  ((input?: unknown) => ipcRenderer.invoke(`desktop:${name}`, input)) as Desktop[E]

contextBridge.exposeInMainWorld('desktop', {
  connection: call('connection'),
  readOrganisation: call('readOrganisation'),
  writeOrganisation: call('writeOrganisation'),
  forgetOrganisation: call('forgetOrganisation'),
  readPreferences: call('readPreferences'),
  writePreferences: call('writePreferences'),
  openSessionFile: call('openSessionFile'),
  saveSessionCopy: call('saveSessionCopy'),
  savePdf: call('savePdf'),
  openExternal: call('openExternal'),
  ready: call('ready'),
  answerClose: call('answerClose'),
  listen: (heard) => {
    const pass = (_event: IpcRendererEvent, message: DesktopEvent) => heard(message)
    ipcRenderer.on('desktop:event', pass)
    return () => void ipcRenderer.removeListener('desktop:event', pass)
  },
} satisfies Desktop)
