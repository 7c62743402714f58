import { Languages } from 'lucide-react'
import { useLanguage, useText } from '../ui/language'
import { MenuItem } from '../ui/Menu'
import { chooseLanguage, offered } from './chooseLanguage'

/** The languages as menu items, for who is in already. */
export function LanguageItems() {
  const ui = useText('ui')
  const language = useLanguage()
  return (
    <>
      {offered.map((each) => (
        <MenuItem
          key={each}
          icon={<Languages />}
          isChosen={each === language}
          onAction={() => chooseLanguage(each)}
        >
          {ui(`language.${each}`)}
        </MenuItem>
      ))}
    </>
  )
}
