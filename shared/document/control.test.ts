import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addPage, movePage, pagesInUse, putPageAway, restorePage, startSession, viewPages } from './control'

const titles = (control: Y.Doc) => pagesInUse(viewPages(control).records()).map((page) => page.title)

function session(): { control: Y.Doc; ids: string[] } {
  const control = new Y.Doc()
  startSession(control, { title: 'Grannköket', now: 1 })
  const ids = ['A', 'B', 'C'].map((title) => addPage(control, { kind: 'whiteboard', title, now: 1 }))
  return { control, ids }
}

test('pages move before another and last', () => {
  const { control, ids } = session()
  movePage(control, ids[2]!, ids[0]!)
  expect(titles(control)).toEqual(['C', 'A', 'B'])
  movePage(control, ids[2]!, null)
  expect(titles(control)).toEqual(['A', 'B', 'C'])
  addPage(control, { kind: 'whiteboard', title: 'A2', after: ids[0]!, now: 2 })
  expect(titles(control)).toEqual(['A', 'A2', 'B', 'C'])
})

test('pages that stand at one place, as two people at once may put them, can still be moved apart', () => {
  const { control, ids } = session()
  const pages = control.getMap<Y.Map<unknown>>('pages')
  for (const id of ids) pages.get(id)!.set('order', 'V1')
  const [first, second, third] = pagesInUse(viewPages(control).records()).map((page) => page.id)
  movePage(control, third!, second!)
  expect(pagesInUse(viewPages(control).records()).map((page) => page.id)).toEqual([first, third, second])
})

test('a page put away comes back to its place', () => {
  const { control, ids } = session()
  putPageAway(control, ids[1]!, 5)
  expect(titles(control)).toEqual(['A', 'C'])
  restorePage(control, ids[1]!)
  expect(titles(control)).toEqual(['A', 'B', 'C'])
})

test('a page that is not sound is left out and the others stay', () => {
  const { control } = session()
  control.getMap<unknown>('pages').set('bad', new Y.Map([['title', 7]]))
  control.getMap<unknown>('pages').set('worse', 'not a record')
  expect(titles(control)).toEqual(['A', 'B', 'C'])
  expect(
    viewPages(control)
      .bad()
      .map((each) => each.id)
      .sort(),
  ).toEqual(['bad', 'worse'])
})
