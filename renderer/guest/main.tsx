import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { choosePlatform } from '../platform/choosePlatform'
import '../ui/base.css'
import { LanguageProvider, startLanguage } from '../ui/language'
import { followTheme, setTheme } from '../ui/theme'
import { GuestApp } from './GuestApp'

async function start(): Promise<void> {
  followTheme()
  const platform = choosePlatform()
  const [{ url }, { language, theme }] = await Promise.all([
    platform.connection(),
    platform.readPreferences(),
  ])
  setTheme(theme)
  await startLanguage(language, ['ui', 'guest', 'workshop', 'people'])
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <LanguageProvider>
        <GuestApp relayUrl={url} />
      </LanguageProvider>
    </StrictMode>,
  )
}

void start()
