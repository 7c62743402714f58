import { Button } from 'react-aria-components/Button'
import type { PageProps } from '../../document/page'
import { useText } from '../../ui/language'
import type { Named } from '../../../shared/links/thread'
import css from './thread.module.css'

/** The name of a thing; a press goes to it. */
export function ThingLink({ thing, goTo }: { thing: Named; goTo: PageProps['goTo'] }) {
  const t = useText('thread')
  return (
    <Button className={css.link!} onPress={() => goTo(thing.page, thing.id)}>
      <span dir="auto">{thing.title || t('unnamed')}</span>
    </Button>
  )
}
