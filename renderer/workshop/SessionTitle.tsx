import { useState, type KeyboardEvent } from 'react'
import { useText } from '../ui/language'
import css from './sessionTitle.module.css'

export interface SessionTitleProps {
  title: string
  rename: ((title: string) => void) | null
}

/** The workshop's name; who may, changes it where it stands. */
export function SessionTitle({ title, rename }: SessionTitleProps) {
  const t = useText('workshop')
  const [draft, setDraft] = useState<string | null>(null)
  const shown = title || t('untitled')

  if (!rename)
    return (
      <h1 className={css.title} dir="auto">
        {shown}
      </h1>
    )
  if (draft === null)
    return (
      <h1 className={css.title}>
        <button type="button" className={css.button} onClick={() => setDraft(title)} dir="auto">
          {shown}
          <span className={css.hidden}> {t('rename')}</span>
        </button>
      </h1>
    )
  const keep = () => {
    const next = draft.trim()
    if (next && next !== title) rename(next)
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') keep()
    if (event.key === 'Escape') setDraft(null)
  }
  return (
    <h1 className={css.title}>
      <input
        className={css.input}
        aria-label={t('titleLabel')}
        value={draft}
        maxLength={120}
        dir="auto"
        // The person pressed the name in order to write here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    </h1>
  )
}
