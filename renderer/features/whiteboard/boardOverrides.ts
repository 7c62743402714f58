// Which of tldraw's actions and keys a board has. What would leave the board, load from outside or print past our own
// export is taken out.
import type { Editor, TLUiOverrides } from 'tldraw'

const leftOut = [
  'insert-embed',
  'insert-media',
  'convert-to-bookmark',
  'convert-to-embed',
  'open-embed-link',
  'open-cursor-chat',
  'open-kbd-shortcuts',
  'toggle-debug-mode',
  'toggle-focus-mode',
  'toggle-dark-mode',
  'toggle-edge-scrolling',
  'toggle-reduce-motion',
  'print',
  'new-page',
  'move-to-new-page',
  'change-page-prev',
  'change-page-next',
  'export-as-svg',
  'export-as-png',
  'export-all-as-svg',
  'export-all-as-png',
  'copy-as-svg',
  'copy-as-png',
  'flatten-to-image',
  'video-replace',
]

export interface BoardCommands {
  newNote: (editor: Editor) => void
  pickPictures: () => void
}

export function makeBoardOverrides({ newNote, pickPictures }: BoardCommands): TLUiOverrides {
  return {
    actions: (editor, actions) => ({
      ...Object.fromEntries(Object.entries(actions).filter(([id]) => !leftOut.includes(id))),
      'new-note': { id: 'new-note', kbd: 'shift+n', onSelect: () => newNote(editor) },
      'pick-pictures': { id: 'pick-pictures', kbd: 'cmd+u,ctrl+u', onSelect: pickPictures },
    }),
    tools: (_editor, tools) =>
      Object.fromEntries(Object.entries(tools).filter(([id]) => id !== 'embed' && id !== 'asset')),
  }
}
