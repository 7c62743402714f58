// Printing to a PDF file: where to first, so that nobody waits to be asked; then the print; then the file, whole.
import type { PrintOrder, SaveOutcome } from '../../../shared/bridge/bridge'
import type { LibraryApi } from '../libraryApi'
import { fileNameFor } from '../saveWhole'
import { saveAt } from './files'

export interface PrintParts {
  library: LibraryApi
  relayUrl(): Promise<string>
  choosePlace(name: string): Promise<string | undefined>
  /** The PDF of what `order` names; `token` admits to the session at `relay`. */
  print(order: PrintOrder, token: string, relay: string): Promise<Uint8Array>
}

export function printEndpoints({ library, relayUrl, choosePlace, print }: PrintParts) {
  return {
    savePdf: async (input: { order: PrintOrder; fileName: string }): Promise<SaveOutcome> => {
      const path = await choosePlace(fileNameFor(input.fileName, '.pdf'))
      if (path === undefined) return { outcome: 'cancelled' }
      const opened = await library.openSession(input.order.sessionId)
      if (opened.kind !== 'token') return { outcome: 'failed', kind: 'failed' }
      const pdf = await print(input.order, opened.token, await relayUrl())
      return saveAt(path, pdf)
    },
  }
}
