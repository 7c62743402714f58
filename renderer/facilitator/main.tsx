import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connectLibrary } from '../features/sessions/libraryClient'
import { choosePlatform } from '../platform/choosePlatform'
import '../ui/base.css'
import { LanguageProvider, startLanguage } from '../ui/language'
import { followTheme, setTheme } from '../ui/theme'
import { FacilitatorApp } from './FacilitatorApp'
import { NoKey } from './NoKey'

async function start(): Promise<void> {
  followTheme()
  const platform = choosePlatform()
  const { language, theme } = await platform.readPreferences()
  setTheme(theme)
  const [{ url, key }] = await Promise.all([
    platform.connection(),
    startLanguage(language, ['ui', 'home', 'workshop', 'people', 'sharing', 'online']),
  ])
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <LanguageProvider>
        {key === null ? (
          <NoKey />
        ) : (
          <FacilitatorApp platform={platform} relayUrl={url} library={connectLibrary(url, key)} />
        )}
      </LanguageProvider>
    </StrictMode>,
  )
}

void start()
