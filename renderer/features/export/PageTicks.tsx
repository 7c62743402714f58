import { pageKinds, type Page } from '../../../shared/document/control'
import { Checkbox } from '../../ui/Checkbox'
import { useText } from '../../ui/language'
import css from './export.module.css'

export interface PageTicksProps {
  pages: readonly Page[]
  ticked: ReadonlySet<string>
  onChange: (ticked: ReadonlySet<string>) => void
}

/** Which pages go into the PDF: all of them with one tick, or each by itself. */
export function PageTicks({ pages, ticked, onChange }: PageTicksProps) {
  const t = useText('export')
  const tick = (id: string, isTicked: boolean) => {
    const next = new Set(ticked)
    if (isTicked) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  const isAll = pages.every((page) => ticked.has(page.id))
  return (
    <fieldset className={css.pages}>
      <legend>{t('pages')}</legend>
      {pages.length > 1 && (
        <Checkbox
          isSelected={isAll}
          isIndeterminate={!isAll && ticked.size > 0}
          onChange={() => onChange(new Set(isAll ? [] : pages.map((page) => page.id)))}
        >
          {t('allPages')}
        </Checkbox>
      )}
      <ul>
        {pages.map((page) => (
          <li key={page.id}>
            <Checkbox
              isSelected={ticked.has(page.id)}
              onChange={(isTicked) => tick(page.id, isTicked)}
              {...kindOf(page.kind, t)}
            >
              <span dir="auto">{page.title}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function kindOf(kind: string, t: (key: string) => string): { description?: string } {
  const known: readonly string[] = pageKinds
  return known.includes(kind) ? { description: t(`kind.${kind}`) } : {}
}
