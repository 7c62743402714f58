import { Dialog } from './Dialog'
import { useText } from './language'
import { partsOf, useListedShortcuts } from './shortcuts'
import css from './shortcuts.module.css'

export interface ShortcutsDialogProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** The keys of the place one is in. */
export function ShortcutsDialog({ isOpen, onOpenChange }: ShortcutsDialogProps) {
  const t = useText('ui')
  const groups = useListedShortcuts().filter(({ shortcuts }) => shortcuts.length > 0)
  return (
    <Dialog title={t('shortcuts.title')} isOpen={isOpen} onOpenChange={onOpenChange}>
      {groups.map(({ place, shortcuts }) => (
        <section key={place} className={css.group}>
          <h3 className={css.place}>{place}</h3>
          <dl className={css.list}>
            {shortcuts.map(({ keys, does }) => (
              <div key={does} className={css.row}>
                <dt>{does}</dt>
                <dd className={css.keys}>
                  {keys.map((combination, at) => (
                    <span key={combination} className={css.combination}>
                      {at > 0 && <span className={css.or}>{t('shortcuts.or')}</span>}
                      {partsOf(combination).map((part) => (
                        <kbd key={part} className={css.key}>
                          {part}
                        </kbd>
                      ))}
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
