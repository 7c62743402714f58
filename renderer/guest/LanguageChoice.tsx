import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { setLanguage, useLanguage, useText } from '../ui/language'
import { choosePlatform } from '../platform/choosePlatform'
import css from './languageChoice.module.css'

const offered = ['sv', 'en'] as const

/** The first thing a guest meets: their language, each named in itself. */
export function LanguageChoice() {
  const t = useText('guest')
  const ui = useText('ui')
  const language = useLanguage()
  return (
    <ToggleButtonGroup
      aria-label={t('language')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[language]}
      onSelectionChange={(keys) => {
        const chosen = offered.find((each) => keys.has(each))
        if (!chosen) return
        void choosePlatform().writePreferences({ language: chosen })
        void setLanguage(chosen)
      }}
      className={css.choices!}
    >
      {offered.map((each) => (
        <ToggleButton key={each} id={each} className={css.choice!}>
          <span lang={each}>{ui(`language.${each}`)}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
