// The worked financing plan as a page of its own that is kept nowhere.
import * as Y from 'yjs'
import { examplePlan } from '../financing/examplePlan'
import { fillPlan } from './fillPlan'

export function makeExamplePage(language: 'sv' | 'en'): Y.Doc {
  const page = new Y.Doc()
  fillPlan(page, examplePlan(language))
  return page
}
