import type { SessionSummary, TemplateId } from '../../../shared/relay/library'

type Boxes = SessionSummary['preview']

const box = (x: number, y: number, width: number, height: number, tone: string) => ({
  x,
  y,
  width,
  height,
  tone,
})

const canvas: Boxes = [
  box(10, 10, 27, 54, 'line'),
  box(38, 10, 27, 26, 'line'),
  box(38, 38, 27, 26, 'line'),
  box(66, 10, 27, 54, 'line'),
  box(94, 10, 27, 26, 'line'),
  box(94, 38, 27, 26, 'line'),
  box(122, 10, 27, 54, 'line'),
  box(10, 66, 69, 24, 'line'),
  box(80, 66, 69, 24, 'line'),
]

/** A small picture of what each template holds. */
export const templatePictures: Record<TemplateId, Boxes> = {
  empty: [box(20, 14, 120, 72, 'line')],
  firstMeeting: [
    box(12, 14, 26, 22, 'yellow'),
    box(44, 20, 26, 22, 'yellow'),
    box(24, 46, 26, 22, 'blue'),
    box(56, 52, 26, 22, 'yellow'),
    box(96, 14, 26, 22, 'green'),
    box(126, 26, 26, 22, 'green'),
    box(106, 56, 26, 22, 'red'),
  ],
  businessModelWorkshop: [
    ...canvas,
    box(70, 16, 18, 12, 'yellow'),
    box(70, 32, 18, 12, 'yellow'),
    box(14, 16, 18, 12, 'blue'),
    box(126, 16, 18, 12, 'green'),
    box(42, 16, 18, 12, 'violet'),
  ],
  impactAndFinancing: [
    box(12, 12, 40, 22, 'blue'),
    box(12, 40, 40, 22, 'blue'),
    box(60, 26, 40, 22, 'green'),
    box(108, 26, 40, 22, 'yellow'),
    box(12, 72, 136, 8, 'line'),
    box(12, 82, 136, 8, 'line'),
  ],
  filledExample: [
    box(12, 10, 20, 16, 'yellow'),
    box(36, 10, 20, 16, 'blue'),
    box(12, 30, 20, 16, 'green'),
    box(36, 30, 20, 16, 'red'),
    ...[72, 98, 124].flatMap((x) => [box(x, 10, 22, 14, 'green'), box(x, 30, 22, 14, 'blue')]),
    box(12, 58, 136, 8, 'line'),
    box(12, 70, 136, 8, 'line'),
    box(12, 82, 136, 8, 'line'),
  ],
}
