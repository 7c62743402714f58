// The business-model page by itself, for one person or two side by side.
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '../../shared/bridge/bridge'
import type { Page } from '../../shared/document/control'
import { addNotes, changeNote, chooseLayout, deleteNotes } from '../../shared/document/businessModel'
import BusinessModelPage from '../../renderer/features/businessModel/BusinessModelPage'
import '../../renderer/ui/base.css'
import { LanguageProvider, startLanguage } from '../../renderer/ui/language'
import { setTheme } from '../../renderer/ui/theme'
import { Toasts } from '../../renderer/ui/Toasts'
import { connectTabs, startTwoPeople } from './fakeSession'

const wanted = new URLSearchParams(location.search)
const { people, setOnline } = startTwoPeople([wanted.get('name') ?? 'Anna Andersson', 'Bo Berg'])
if (wanted.has('tabs')) connectTabs(people[0])
const page: Page = {
  id: 'model',
  kind: 'businessModel',
  title: 'Affärsmodell',
  order: 'V',
  createdAt: 0,
  deletedAt: null,
}
const wall: Page = { ...page, id: 'wall', kind: 'whiteboard', title: 'Väggen' }
const went: unknown[] = []
let focus: (id: string | null) => void = () => undefined

function Side({ at }: { at: 0 | 1 }) {
  const { session, room } = people[at]
  const [focusOn, setFocusOn] = useState<string | null>(null)
  useEffect(() => {
    if (at === 0) focus = setFocusOn
  }, [at])
  return (
    <main data-person={at} style={{ flex: 1, minInlineSize: 0, blockSize: '100%' }}>
      <h1 style={{ position: 'absolute', clipPath: 'inset(50%)' }}>{session.self.name}</h1>
      <BusinessModelPage
        session={session}
        room={room}
        page={page}
        pages={[wall, page]}
        goTo={(...to) => went.push(to)}
        focusOn={focusOn}
      />
    </main>
  )
}

const harness = {
  people,
  setOnline,
  went,
  add: (notes: Parameters<typeof addNotes>[1]) => addNotes(people[0].room.doc, notes),
  change: (at: 0 | 1, id: string, change: Parameters<typeof changeNote>[2]) =>
    changeNote(people[at].room.doc, id, change),
  remove: (at: 0 | 1, id: string) => deleteNotes(people[at].room.doc, [id]),
  layout: (layout: Parameters<typeof chooseLayout>[1]) => chooseLayout(people[0].room.doc, layout),
  spoil: (id: string) => people[1].room.doc.getMap('notes').set(id, 'not a note'),
  focus: (id: string | null) => focus(id),
}
export type Harness = typeof harness
Object.assign(window, { harness })

setTheme(wanted.get('theme') === 'dark' ? 'dark' : 'light')
await startLanguage((wanted.get('lang') ?? 'sv') as Language, ['businessModel', 'ui'])
createRoot(document.getElementById('root')!).render(
  <LanguageProvider>
    <div style={{ display: 'flex', blockSize: '100%' }}>
      <Side at={0} />
      {wanted.get('people') === '2' && <Side at={1} />}
    </div>
    <Toasts />
  </LanguageProvider>,
)
