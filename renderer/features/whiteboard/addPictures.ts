// Putting pictures on the board: from a file, dropped or pasted. A picture appears when the relay has it.
import {
  AssetRecordType,
  createShapesForAssets,
  getMediaAssetInfoPartial,
  type Editor,
  type TLAsset,
  type VecLike,
} from 'tldraw'
import { pictureTypeOf, pictureTypes, PictureRefused, whyNotTaken, type PictureProblem } from './boardAssets'

/** Longest side of a picture when it is put on the board, in the board's units. It can be made larger there. */
const longestSide = 800

export interface PictureReport {
  /** One for each file that was not taken. */
  refused: (problem: PictureProblem, fileName: string) => void
  /** Number of pictures that are on their way. */
  busy: (count: number) => void
}

/** Uploads pictures and puts them at `point` (default: the middle of what is in view). */
export async function addPictures(
  editor: Editor,
  files: readonly File[],
  report: PictureReport,
  point?: VecLike,
): Promise<void> {
  const place = point ?? editor.getViewportPageBounds().center
  const added: TLAsset[] = []
  let left = files.length
  report.busy(left)
  for (const file of files) {
    const asset = await uploadOne(editor, file).catch((problem: unknown) => {
      if (!(problem instanceof PictureRefused)) return report.refused('wrongType', file.name)
      return report.refused(problem.kind, file.name)
    })
    if (asset) added.push(asset)
    report.busy(--left)
  }
  if (added.length === 0 || editor.isDisposed || editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('add pictures')
  await createShapesForAssets(editor, added, place)
}

async function uploadOne(editor: Editor, file: File): Promise<TLAsset> {
  const problem = await whyNotTaken(file)
  if (problem) throw new PictureRefused(problem)
  // What a file is called and claims to be does not count; its bytes do.
  const type = pictureTypeOf(new Uint8Array(await file.slice(0, 12).arrayBuffer())) ?? pictureTypes[0]
  const picture = new File([file], file.name, { type })
  const id = AssetRecordType.createId()
  const described = await getMediaAssetInfoPartial(picture, id, true, false)
  if (described.type !== 'image') throw new PictureRefused('wrongType')
  const { src } = await editor.uploadAsset(described, picture)
  const { w, h } = described.props
  const shrink = Math.min(1, longestSide / Math.max(w, h, 1))
  return { ...described, props: { ...described.props, src, w: w * shrink, h: h * shrink } }
}
