// What the readers of the four kinds of pictures find out, without unpacking anything.

export interface PictureShape {
  width: number
  height: number
  /** Pixels that whoever shows it has to work through: of all frames of an animation, of all passes over a photograph. */
  work: number
  /** Where the picture ends; what follows is none of it. */
  end: number
}

/** A picture has at most so many chunks, segments or frames: honest ones have some hundreds. */
export const mostParts = 20_000

/** Undefined where the bytes are no whole and sound picture of this kind. They begin as one. */
export type ReadShape = (bytes: Buffer) => PictureShape | undefined
