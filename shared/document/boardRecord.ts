/** A tldraw record as plain data. */
export interface BoardRecord {
  id: string
  typeName: string
  [key: string]: unknown
}
