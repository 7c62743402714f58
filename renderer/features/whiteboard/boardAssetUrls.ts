// Where tldraw finds its fonts, icons and texts: all of it comes with the program. Its sans-serif is our own typeface.
import sansBold from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff2?url'
import sansBoldItalic from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-italic.woff2?url'
import sansItalic from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-italic.woff2?url'
import sans from '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff2?url'
import drawBold from '@tldraw/assets/fonts/Shantell_Sans-Informal_Bold.woff2?url'
import drawBoldItalic from '@tldraw/assets/fonts/Shantell_Sans-Informal_Bold_Italic.woff2?url'
import draw from '@tldraw/assets/fonts/Shantell_Sans-Informal_Regular.woff2?url'
import drawItalic from '@tldraw/assets/fonts/Shantell_Sans-Informal_Regular_Italic.woff2?url'
import monoBold from '@tldraw/assets/fonts/IBMPlexMono-Bold.woff2?url'
import monoBoldItalic from '@tldraw/assets/fonts/IBMPlexMono-BoldItalic.woff2?url'
import mono from '@tldraw/assets/fonts/IBMPlexMono-Medium.woff2?url'
import monoItalic from '@tldraw/assets/fonts/IBMPlexMono-MediumItalic.woff2?url'
import serifBold from '@tldraw/assets/fonts/IBMPlexSerif-Bold.woff2?url'
import serifBoldItalic from '@tldraw/assets/fonts/IBMPlexSerif-BoldItalic.woff2?url'
import serif from '@tldraw/assets/fonts/IBMPlexSerif-Medium.woff2?url'
import serifItalic from '@tldraw/assets/fonts/IBMPlexSerif-MediumItalic.woff2?url'
import icons from '@tldraw/assets/icons/icon/0_merged.svg?url'
import english from '@tldraw/assets/translations/en.json?url'
import swedish from '@tldraw/assets/translations/sv.json?url'
import { getAssetUrls } from '@tldraw/assets/selfHosted'
import type { TLUiAssetUrlOverrides } from 'tldraw'

/** For an editor without tldraw's interface, too: printing. */
export const boardFonts = {
  tldraw_sans: sans,
  tldraw_sans_italic: sansItalic,
  tldraw_sans_bold: sansBold,
  tldraw_sans_italic_bold: sansBoldItalic,
  tldraw_draw: draw,
  tldraw_draw_italic: drawItalic,
  tldraw_draw_bold: drawBold,
  tldraw_draw_italic_bold: drawBoldItalic,
  tldraw_serif: serif,
  tldraw_serif_italic: serifItalic,
  tldraw_serif_bold: serifBold,
  tldraw_serif_italic_bold: serifBoldItalic,
  tldraw_mono: mono,
  tldraw_mono_italic: monoItalic,
  tldraw_mono_bold: monoBold,
  tldraw_mono_italic_bold: monoBoldItalic,
}

// Every name is given, since tldraw asks its own server for those that are not. An empty address is not asked for.
const theirs = getAssetUrls()
const names = (of: object) => Object.keys(of)

export const boardAssetUrls: TLUiAssetUrlOverrides = {
  fonts: boardFonts,
  icons: Object.fromEntries(names(theirs.icons).map((name) => [name, `${icons}#${name}`])),
  translations: Object.fromEntries(
    names(theirs.translations).map((name) => [name, name === 'sv' ? swedish : english]),
  ),
  embedIcons: Object.fromEntries(names(theirs.embedIcons).map((name) => [name, ''])),
}
