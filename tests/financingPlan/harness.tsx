// The financing-plan page by itself, for one person or two side by side.
import { useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { Language } from '../../shared/bridge/bridge'
import type { Page } from '../../shared/document/control'
import { fillPlan } from '../../shared/document/fillPlan'
import { planTables, setCells, viewSources } from '../../shared/document/financingPlan'
import { financingInput } from '../../shared/financing/input'
import example from '../fixtures/domain/financing-example.json'
import FinancingPlanPage from '../../renderer/features/financingPlan/FinancingPlanPage'
import '../../renderer/ui/base.css'
import { LanguageProvider, startLanguage } from '../../renderer/ui/language'
import { setTheme } from '../../renderer/ui/theme'
import { Toasts } from '../../renderer/ui/Toasts'
import { startTwoPeople } from '../businessModel/fakeSession'

const wanted = new URLSearchParams(location.search)
const { people, setOnline } = startTwoPeople(['Anna Andersson', 'Bo Berg'])
if (wanted.has('example')) fillPlan(people[0].room.doc, financingInput.parse(example.input))
const page: Page = {
  id: 'plan',
  kind: 'financingPlan',
  title: 'Finansieringsplan',
  order: 'V',
  createdAt: Date.UTC(2026, 10, 22),
  deletedAt: null,
}
const focus = { set: (_id: string | null): void => undefined }

function Side({ at }: { at: 0 | 1 }) {
  const { session, room } = people[at]
  const [focusOn, setFocusOn] = useState<string | null>(null)
  useEffect(() => {
    if (at === 0) focus.set = setFocusOn
  }, [at])
  return (
    <main data-person={at} style={{ flex: 1, minInlineSize: 0, blockSize: '100%' }}>
      <h1 style={{ position: 'absolute', clipPath: 'inset(50%)' }}>{session.self.name}</h1>
      <FinancingPlanPage
        session={session}
        room={room}
        page={page}
        pages={[page]}
        goTo={() => undefined}
        focusOn={focusOn}
      />
    </main>
  )
}

const harness = {
  people,
  setOnline,
  set: (at: 0 | 1, changes: Parameters<typeof setCells>[1]) => setCells(people[at].room.doc, changes),
  remove: (at: 0 | 1, table: keyof typeof planTables, id: string) =>
    planTables[table].remove(people[at].room.doc, [id]),
  sources: () => viewSources(people[0].room.doc).records(),
  focus: (id: string | null) => focus.set(id),
}
export type Harness = typeof harness
Object.assign(window, { harness })

setTheme(wanted.get('theme') === 'dark' ? 'dark' : 'light')
await startLanguage((wanted.get('lang') ?? 'sv') as Language, ['financingPlan', 'ui'])
createRoot(document.getElementById('root')!).render(
  <LanguageProvider>
    <div style={{ display: 'flex', blockSize: '100%' }}>
      <Side at={0} />
      {wanted.get('people') === '2' && <Side at={1} />}
    </div>
    <Toasts />
  </LanguageProvider>,
)
