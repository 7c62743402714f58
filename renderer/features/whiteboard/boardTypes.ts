// Which of tldraw's records are shared. Pages, cameras and selections are each person's own.

export const boardPageId = 'page:page'

const shared = new Set(['shape', 'binding', 'asset'])
const own = new Set([
  'page',
  'document',
  'camera',
  'instance',
  'instance_page_state',
  'instance_presence',
  'pointer',
])

/** True for a record that belongs in the document. */
export const isBoardType = (record: { typeName: string }): boolean => shared.has(record.typeName)

/** True for a record that is never taken from a document, though tldraw knows it. */
export const isOwnType = (typeName: string): boolean => own.has(typeName)
