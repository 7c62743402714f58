import type { BlockKey } from '../../../shared/document/businessModel'
import type { PrintedPage } from '../readSession'

export type PrintedModel = Extract<PrintedPage, { kind: 'businessModel' }>

/** The place in the document where a block's notes stand in full. */
export function blockAnchor(pageId: string, block: BlockKey): string {
  return `notes-${pageId}-${block}`
}
