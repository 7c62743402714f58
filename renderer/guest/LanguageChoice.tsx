import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useLanguage, useText } from '../ui/language'
import { chooseLanguage, offered } from './chooseLanguage'
import css from './languageChoice.module.css'

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
        if (chosen) chooseLanguage(chosen)
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
