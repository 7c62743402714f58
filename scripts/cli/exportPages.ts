export interface NamedPage {
  pageId: string
  title: string
}

export type ChosenPages = { kind: 'chosen'; pageIds: string[] } | { kind: 'unknown'; name: string }

/**
 * The pages that a list names, in the order it names them: `1,3-4`, titles whatever their case, or ids.
 * @param pages those of the session, in their order
 */
export function choosePages(list: string | undefined, pages: readonly NamedPage[]): ChosenPages {
  if (list === undefined) return { kind: 'chosen', pageIds: pages.map((page) => page.pageId) }
  const pageIds: string[] = []
  for (const name of list.split(',').map((each) => each.trim())) {
    if (name === '') continue
    const found = pagesNamed(name, pages)
    if (found.length === 0) return { kind: 'unknown', name }
    pageIds.push(...found.map((page) => page.pageId).filter((id) => !pageIds.includes(id)))
  }
  return pageIds.length > 0 ? { kind: 'chosen', pageIds } : { kind: 'unknown', name: list }
}

const plain = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('sv')

function pagesNamed(name: string, pages: readonly NamedPage[]): readonly NamedPage[] {
  const titled = pages.filter((page) => page.pageId === name || plain(page.title) === plain(name))
  if (titled.length > 0) return titled
  const [, from, to = from] = /^(\d{1,4})(?:-(\d{1,4}))?$/.exec(name) ?? []
  if (from === undefined || to === undefined) return []
  const last = Number(to)
  return Number(from) >= 1 && last <= pages.length ? pages.slice(Number(from) - 1, last) : []
}
