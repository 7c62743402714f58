// A whiteboard on a page of its own, for measuring and for looking at it. The fragment says which session and page:
// #relay=…&session=…&token=…&page=…&language=sv&theme=light
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { viewPages } from '../../../../shared/document/control'
import { languages, type Language } from '../../../../shared/bridge/bridge'
import { roomOfPage } from '../../../../shared/relay/roles'
import { connectSession } from '../../../document/connectSession'
import { useRoom, useRecords, useView } from '../../../document/hooks'
import type { Room, Session } from '../../../document/session'
import '../../../ui/base.css'
import { LanguageProvider, startLanguage } from '../../../ui/language'
import { Toasts } from '../../../ui/Toasts'
import WhiteboardPage from '../WhiteboardPage'

const asked = new URLSearchParams(location.hash.slice(1))
const wish = (name: string) => asked.get(name) ?? ''

function Alone({ session }: { session: Session }) {
  const control = useRoom(session, 'control')
  return control && <Page session={session} control={control} />
}

function Page({ session, control }: { session: Session; control: Room }) {
  const pages = useRecords(useView(control, viewPages))
  const [place, setPlace] = useState<{ page: string; id: string | null }>({ page: wish('page'), id: null })
  const room = useRoom(session, roomOfPage(place.page))
  const page = pages.find(({ id }) => id === place.page)
  if (!room || !page) return null
  return (
    <WhiteboardPage
      session={session}
      room={room}
      page={page}
      pages={pages}
      goTo={(to, id) => setPlace({ page: to, id: id ?? null })}
      focusOn={place.id}
    />
  )
}

const language = languages.find((each) => each === wish('language')) ?? ('sv' satisfies Language)
document.documentElement.dataset.theme = wish('theme') || 'light'
document.getElementById('root')!.style.cssText = 'display: flex; position: fixed; inset: 0'
await startLanguage(language, ['ui', 'whiteboard'])
const session = await connectSession({
  sessionId: wish('session'),
  relayUrl: wish('relay'),
  token: wish('token'),
  keepHere: false,
})
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <LanguageProvider>
      <Alone session={session} />
      <Toasts />
    </LanguageProvider>
  </StrictMode>,
)
