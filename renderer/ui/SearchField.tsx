import { Search, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { joinClasses } from './joinClasses'
import { useText } from './language'
import css from './field.module.css'

export interface SearchFieldProps {
  /** What is searched; its name for screen readers and the words in the empty field. */
  label: string
  value: string
  onChange: (value: string) => void
  className?: string
}

export function SearchField({ label, value, onChange, className }: SearchFieldProps) {
  const t = useText('ui')
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={joinClasses(css.search, className)}
    >
      <Search className={css.magnifier} aria-hidden="true" />
      <Input className={css.input!} placeholder={label} />
      <Button className={css.clear!} aria-label={t('clearSearch')}>
        <X size={18} />
      </Button>
    </AriaSearchField>
  )
}
