// Pictures on a board: kept by the relay under their SHA-256, shown from this page's memory. No address carries a token.
import type { TLAsset, TLAssetStore } from 'tldraw'
import { storedAsset } from '../../../shared/relay/api'
import { defaultLimits } from '../../../shared/relay/limits'
import { ask, type AskProblem } from '../../document/askRelay'
import type { Session } from '../../document/session'

export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
export const pictureBytes = defaultLimits.assetBytes

export type PictureProblem = AskProblem

/** A picture that was not taken; `kind` says why. */
export class PictureRefused extends Error {
  constructor(readonly kind: PictureProblem) {
    super(kind)
  }
}

export interface BoardAssets extends TLAssetStore {
  /** Forgets the pictures held in memory. */
  close(): void
}

const prefix = 'asset:'

export function openBoardAssets(session: Pick<Session, 'sessionId' | 'relay'>): BoardAssets {
  const address = `${session.relay.url.replace(/\/$/, '')}/api/sessions/${session.sessionId}/assets`
  const bearer = session.relay.token
  const shown = new Map<string, Promise<string | null>>()

  const fetchPicture = async (sha256: string): Promise<string | null> => {
    const answer = await fetch(`${address}/${sha256}`, {
      headers: { Authorization: `Bearer ${bearer}` },
    }).catch(() => null)
    if (!answer?.ok) {
      // Asked for again the next time it is drawn: the network may be back then.
      shown.delete(sha256)
      return null
    }
    return URL.createObjectURL(await answer.blob())
  }

  return {
    async upload(_asset, file) {
      const kind = await whyNotTaken(file)
      if (kind) throw new PictureRefused(kind)
      const answer = await ask(address, storedAsset, { method: 'POST', bearer, body: file })
      if (!answer.ok) throw new PictureRefused(answer.kind)
      return { src: prefix + answer.value.sha256 }
    },
    resolve(asset: TLAsset) {
      const source = asset.type === 'image' ? asset.props.src : null
      if (!source) return null
      // A picture that stands in the record itself. Nothing is fetched from anywhere but the relay.
      if (source.startsWith('data:image/')) return source
      const sha256 = source.startsWith(prefix) ? source.slice(prefix.length) : ''
      if (!storedAsset.shape.sha256.safeParse(sha256).success) return null
      let picture = shown.get(sha256)
      if (!picture) shown.set(sha256, (picture = fetchPicture(sha256)))
      return picture
    },
    async remove() {
      // Others, and this person's undo, may still need it.
    },
    close() {
      for (const picture of shown.values())
        void picture.then((shownAt) => shownAt !== null && URL.revokeObjectURL(shownAt))
      shown.clear()
    },
  }
}

/** Why a file is no picture for a board, or undefined. Judged by its content, as the relay does. */
export async function whyNotTaken(file: Blob): Promise<'wrongType' | 'tooLarge' | undefined> {
  if (file.size > pictureBytes) return 'tooLarge'
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer())
  return pictureTypeOf(head) ? undefined : 'wrongType'
}

/** The type of a picture by its first 12 bytes. */
export function pictureTypeOf(head: Uint8Array): (typeof pictureTypes)[number] | undefined {
  const text = String.fromCharCode(...head.subarray(0, 12))
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (text.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'image/gif'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp'
  return undefined
}
