// The tools of a board: what each is called, looks like, and which key it has.
import {
  ArrowUpRight,
  Circle,
  Diamond,
  Eraser,
  Frame,
  Hand,
  Highlighter,
  Image,
  Minus,
  MousePointer2,
  Pencil,
  Shapes,
  Sparkles,
  Square,
  Star,
  StickyNote,
  Triangle,
  Type,
  type LucideIcon,
} from 'lucide-react'

export type BoardToolId =
  | 'select'
  | 'note'
  | 'text'
  | 'draw'
  | 'arrow'
  | 'geo'
  | 'image'
  | 'hand'
  | 'eraser'
  | 'laser'
  | 'frame'
  | 'line'
  | 'highlight'

export interface BoardTool {
  id: BoardToolId
  icon: LucideIcon
  keys: string
  /** Works for who may only look. */
  looks?: true
}

/** In the order in which they are given room; the last three are always one step away. */
export const boardTools: readonly BoardTool[] = [
  { id: 'select', icon: MousePointer2, keys: 'V', looks: true },
  { id: 'note', icon: StickyNote, keys: 'N' },
  { id: 'text', icon: Type, keys: 'T' },
  { id: 'draw', icon: Pencil, keys: 'D' },
  { id: 'arrow', icon: ArrowUpRight, keys: 'A' },
  { id: 'geo', icon: Shapes, keys: 'R' },
  { id: 'image', icon: Image, keys: 'Mod+U' },
  { id: 'hand', icon: Hand, keys: 'H', looks: true },
  { id: 'eraser', icon: Eraser, keys: 'E' },
  { id: 'laser', icon: Sparkles, keys: 'K', looks: true },
  { id: 'frame', icon: Frame, keys: 'F' },
  { id: 'line', icon: Minus, keys: 'L' },
  { id: 'highlight', icon: Highlighter, keys: 'Shift+D' },
]

/** How many of {@link boardTools} are never in the bar itself. */
export const alwaysOneStepAway = 3

export const geoShapes = [
  { id: 'rectangle', icon: Square },
  { id: 'ellipse', icon: Circle },
  { id: 'triangle', icon: Triangle },
  { id: 'diamond', icon: Diamond },
  { id: 'star', icon: Star },
] as const
export type GeoShape = (typeof geoShapes)[number]['id']
