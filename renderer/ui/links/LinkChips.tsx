import { Link2Off } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { useLinking } from '../../document/linking'
import { IconButton } from '../IconButton'
import { useText } from '../language'
import { PageIcon } from '../PageIcon'
import css from './links.module.css'

/** What a thing is linked to: a press goes there. Nothing where it is linked to nothing. */
export function LinkChips({ id }: { id: string }) {
  const linked = useLinking()?.of(id)
  return linked && linked.length > 0 ? <Chips id={id} /> : null
}

function Chips({ id }: { id: string }) {
  const t = useText('thread')
  const linking = useLinking()!
  return (
    <ul className={css.chips} aria-label={t('link.linkedTo')} data-links={id}>
      {linking.of(id).map(({ link, page, id: other, state, title }) => (
        <li key={link.id} className={css.chipItem}>
          {state === 'gone' ? (
            <span className={css.goneChip}>
              <Link2Off aria-hidden="true" />
              {t('link.gone')}
              {linking.canWrite && (
                <IconButton
                  size="small"
                  label={t('link.remove')}
                  icon={<Link2Off />}
                  onPress={() => linking.remove(link)}
                />
              )}
            </span>
          ) : (
            <Button
              className={css.chip!}
              aria-label={t('link.goToOn', { title: title || t('unnamed'), page: page?.title ?? '' })}
              onPress={() => page && linking.goTo(page.id, other)}
            >
              <PageIcon kind={page?.kind ?? ''} size={16} />
              <span className={css.chipTitle} dir="auto">
                {state === 'opening' ? page?.title : title || t('unnamed')}
              </span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
