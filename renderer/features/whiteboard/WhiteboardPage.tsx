import { DefaultFontStyle, DefaultSizeStyle, Tldraw, type Editor, type TLComponents } from 'tldraw'
import 'tldraw/tldraw.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useRights } from '../../document/hooks'
import type { PageProps } from '../../document/page'
import { useLanguage, useText } from '../../ui/language'
import { useOnScreen } from '../../ui/onScreen'
import { addPictures } from './addPictures'
import { BoardChrome } from './BoardChrome'
import { BoardMenu } from './BoardMenu'
import { boardAssetUrls } from './boardAssetUrls'
import { pictureBytes, pictureTypes } from './boardAssets'
import { makeBoardOverrides } from './boardOverrides'
import { sharePresence } from './boardPresence'
import { boardLocale } from './boardUser'
import { copyOnPlainPages } from './copyOnPlainPages'
import { showFirst } from './firstView'
import { focusShape } from './focusShape'
import { mindFocus } from './mindFocus'
import { insertInMiddle } from './insertInMiddle'
import { followText, textOptions } from './keepCaret'
import { shownShapeUtils } from './shownShapes'
import { ScreenView } from './ScreenView'
import { takeContent } from './takeContent'
import { usePictureReport } from './usePictureReport'
import { useOpenBoard, type OpenBoard } from './useOpenBoard'
import css from './whiteboard.module.css'

/** tldraw's own chrome is left out; ours is drawn as the editor's children. Its mark stays where it is. */
const components: TLComponents = {
  ContextMenu: BoardMenu,
  Toolbar: null,
  StylePanel: null,
  MenuPanel: null,
  MainMenu: null,
  NavigationPanel: null,
  Minimap: null,
  ZoomMenu: null,
  PageMenu: null,
  HelpMenu: null,
  HelperButtons: null,
  ActionsMenu: null,
  QuickActions: null,
  TopPanel: null,
  SharePanel: null,
  DebugPanel: null,
  DebugMenu: null,
  CursorChatBubble: null,
  VideoToolbar: null,
  KeyboardShortcutsDialog: null,
}

const options = { maxPages: 1, maxShapesPerPage: 10_000 }
const noTypes: readonly string[] = []

/** A whiteboard: notes, drawings and pictures that several people make at once. */
export default function WhiteboardPage(props: PageProps) {
  const board = useOpenBoard(props.session, props.room)
  return <div className={css.page}>{board && <Board key={props.room.name} {...props} board={board} />}</div>
}

function Board({ session, room, page, pages, goTo, focusOn, board }: PageProps & { board: OpenBoard }) {
  const t = useText('whiteboard')
  const language = useLanguage()
  const rights = useRights(room)
  const isOnScreen = useOnScreen()
  const canWrite = rights.canWrite && !board.binding.isNewer
  const [editor, setEditor] = useState<Editor | null>(null)
  const report = usePictureReport(t)
  const picker = useRef<HTMLInputElement>(null)

  const overrides = useMemo(
    () =>
      makeBoardOverrides({
        newNote: (on) => insertInMiddle(on, 'note'),
        pickPictures: () => picker.current?.click(),
      }),
    [],
  )
  const onMount = useCallback(
    (mounted: Editor) => {
      board.binding.setQuietly((change) => mounted.run(change, { history: 'ignore', ignoreShapeLock: true }))
      mounted.getInitialMetaForShape = () => ({ author: session.self.name })
      mounted.setStyleForNextShapes(DefaultSizeStyle, 'm', { history: 'ignore' })
      mounted.setStyleForNextShapes(DefaultFontStyle, 'sans', { history: 'ignore' })
      takeContent(mounted, report)
      const rememberView = showFirst(mounted, `${session.sessionId}/${room.name}`)
      const stopSharing = sharePresence(mounted, room)
      const stopCopying = copyOnPlainPages(mounted)
      const stopMinding = mindFocus(mounted)
      const stopFollowing = followText(mounted)
      setEditor(mounted)
      return () => {
        board.binding.setQuietly((change) => change())
        rememberView()
        stopSharing()
        stopCopying()
        stopMinding()
        stopFollowing()
        setEditor(null)
      }
    },
    [board, room, session, report],
  )

  useEffect(() => {
    board.user.preferences.update((now) => ({ ...now, locale: boardLocale(language) }))
  }, [board, language])
  useEffect(() => {
    board.binding.setCanWrite(canWrite)
    editor?.updateInstanceState({ isReadonly: !canWrite })
    if (!canWrite) editor?.setCurrentTool('select').setEditingShape(null)
  }, [board, editor, canWrite])
  useEffect(() => {
    if (editor && focusOn !== null) focusShape(editor, focusOn)
  }, [editor, focusOn])

  return (
    <div className={css.board} dir="ltr" role="region" aria-label={page.title}>
      <Tldraw
        store={board.store}
        user={board.user.user}
        shapeUtils={shownShapeUtils}
        components={components}
        overrides={overrides}
        assetUrls={boardAssetUrls}
        options={options}
        textOptions={textOptions}
        autoFocus={false}
        acceptedImageMimeTypes={pictureTypes}
        acceptedVideoMimeTypes={noTypes}
        maxAssetSize={pictureBytes}
        onMount={onMount}
      >
        {isOnScreen ? (
          <ScreenView room={room} />
        ) : (
          <BoardChrome
            session={session}
            room={room}
            page={page}
            pages={pages}
            goTo={goTo}
            binding={board.binding}
            canWrite={canWrite}
            pickPictures={() => picker.current?.click()}
          />
        )}
      </Tldraw>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={pictureTypes.join(',')}
        aria-label={t('tool.image')}
        onChange={({ target }) => {
          if (editor && target.files) void addPictures(editor, [...target.files], report)
          target.value = ''
        }}
      />
    </div>
  )
}
