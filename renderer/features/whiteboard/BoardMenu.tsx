import {
  ArrangeMenuSubmenu,
  ClipboardMenuGroup,
  DefaultContextMenu,
  DeleteMenuItem,
  DuplicateMenuItem,
  EditLinkMenuItem,
  GroupMenuItem,
  ReorderMenuSubmenu,
  SelectAllMenuItem,
  TldrawUiMenuGroup,
  ToggleLockMenuItem,
  UngroupMenuItem,
  useEditor,
  useValue,
  type TLUiContextMenuProps,
} from 'tldraw'

/** What a right click or a long press on the board offers. Around the canvas, as tldraw wants it. */
export function BoardMenu(props: TLUiContextMenuProps) {
  const editor = useEditor()
  const isSelecting = useValue('is selecting', () => editor.isIn('select'), [editor])
  const hasClipboard = navigator.clipboard !== undefined
  return (
    <DefaultContextMenu {...props}>
      {isSelecting && (
        <>
          <TldrawUiMenuGroup id="edit">
            <DuplicateMenuItem />
            <GroupMenuItem />
            <UngroupMenuItem />
            <ToggleLockMenuItem />
            <EditLinkMenuItem />
          </TldrawUiMenuGroup>
          <TldrawUiMenuGroup id="place">
            <ArrangeMenuSubmenu />
            <ReorderMenuSubmenu />
          </TldrawUiMenuGroup>
          {hasClipboard && <ClipboardMenuGroup />}
          <TldrawUiMenuGroup id="all">
            {!hasClipboard && <DeleteMenuItem />}
            <SelectAllMenuItem />
          </TldrawUiMenuGroup>
        </>
      )}
    </DefaultContextMenu>
  )
}
