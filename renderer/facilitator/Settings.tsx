import { useState } from 'react'
import { themes, type Preferences } from '../../shared/bridge/bridge'
import { OrganisationForm } from '../features/sharing/OrganisationForm'
import { useOnlineClient } from '../features/sharing/useOnlineClient'
import type { Platform } from '../platform/platform'
import { setLanguage, useLanguage, useText } from '../ui/language'
import { RadioGroup } from '../ui/RadioGroup'
import { TextField } from '../ui/TextField'
import { currentTheme, setTheme } from '../ui/theme'
import { useDocumentTitle } from '../ui/useDocumentTitle'
import { keepLeaderName, readLeaderName } from './leaderName'
import css from './settings.module.css'

const offered = ['sv', 'en'] as const

export function Settings({ platform }: { platform: Platform }) {
  const t = useText('home')
  const ui = useText('ui')
  const online = useText('online')
  const client = useOnlineClient(platform)
  useDocumentTitle(t('settings.title'))
  const language = useLanguage()
  const [theme, chooseTheme] = useState(currentTheme)
  const [name, setName] = useState(readLeaderName)
  const keep = (change: Partial<Preferences>) => void platform.writePreferences(change)
  return (
    <main className={css.settings}>
      <h1 className={css.title}>{t('settings.title')}</h1>
      <section className={css.section}>
        <TextField
          label={t('settings.name')}
          description={t('settings.nameHelp')}
          value={name}
          onChange={setName}
          onBlur={() => keepLeaderName(name)}
          maxLength={60}
          autoComplete="name"
        />
      </section>
      <section className={css.section}>
        <RadioGroup
          label={t('settings.language')}
          value={language}
          onChange={(chosen) => {
            keep({ language: chosen })
            void setLanguage(chosen)
          }}
          choices={[...offered, ...(language === 'x-rtl' ? (['x-rtl'] as const) : [])].map((id) => ({
            id,
            label: ui(`language.${id}`),
          }))}
        />
        <p className={css.help}>{t('settings.languageHelp')}</p>
      </section>
      <section className={css.section}>
        <RadioGroup
          label={t('settings.theme')}
          value={theme}
          onChange={(chosen) => {
            chooseTheme(chosen)
            setTheme(chosen)
            keep({ theme: chosen })
          }}
          choices={themes.map((id) => ({ id, label: t(`settings.themes.${id}`) }))}
        />
      </section>
      {client && (
        <section className={css.section}>
          <h2 className={css.heading}>{online('organisation.heading')}</h2>
          <OrganisationForm client={client} platform={platform} />
        </section>
      )}
      <section className={css.section}>
        <h2 className={css.heading}>{t('settings.about')}</h2>
        <p>{t('settings.aboutText')}</p>
      </section>
    </main>
  )
}
