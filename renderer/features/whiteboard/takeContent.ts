// What may be dropped and pasted on a board: pictures, text, and things copied from a board. A web address becomes text:
// nothing is fetched from outside.
import type { Editor, VecLike } from 'tldraw'
import { addPictures, type PictureReport } from './addPictures'

/** Replaces tldraw's own handling of dropped and pasted things. */
export function takeContent(editor: Editor, report: PictureReport): void {
  const asText = (text: string, point: VecLike | undefined) =>
    void editor.putExternalContent({ type: 'text', text, ...(point && { point }) })
  editor.registerExternalContentHandler('files', ({ files, point }) =>
    addPictures(editor, files, report, point),
  )
  editor.registerExternalContentHandler('url', ({ url, point }) => asText(url, point))
  editor.registerExternalContentHandler('embed', ({ url, point }) => asText(url, point))
  editor.registerExternalContentHandler('svg-text', ({ text, point }) => asText(text, point))
  editor.registerExternalAssetHandler('url', null)
}
