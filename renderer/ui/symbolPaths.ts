import type { noteSymbols } from '../../shared/document/noteLook'

/** The symbols of notes as SVG paths in a 16 × 16 field, for the screen and for paper. */
export const symbolPaths: Record<(typeof noteSymbols)[keyof typeof noteSymbols], string> = {
  circle: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0 -13z',
  triangle: 'M8 1.2L15.2 14H.8z',
  square: 'M2 2h12v12H2z',
  diamond: 'M8 .6L15.4 8L8 15.4L.6 8z',
  cross: 'M5.8 1.2h4.4v4.6h4.6v4.4h-4.6v4.6H5.8v-4.6H1.2V5.8h4.6z',
  star: 'M8 .8l2.2 4.8l5.2 .6l-3.9 3.5l1.1 5.2L8 12.3l-4.6 2.6l1.1 -5.2L.6 6.2l5.2 -.6z',
}
