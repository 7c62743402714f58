import { CornerUpLeft, Link2 } from 'lucide-react'
import { useLinking, type OwnThing } from '../../document/linking'
import { Button } from '../Button'
import { useText } from '../language'
import { LinkChips } from './LinkChips'
import css from './links.module.css'

interface LinkSectionProps {
  thing: OwnThing | null
  /** The note on a wall that the thing was made of. */
  from?: { readonly page: string; readonly id: string } | null
}

/** In a thing's details: what it is linked to, where it comes from, and the way to link it. */
export function LinkSection(props: LinkSectionProps) {
  return useLinking() ? <Section {...props} /> : null
}

function Section({ thing, from }: LinkSectionProps) {
  const t = useText('thread')
  const linking = useLinking()!
  const fromPage = from ? linking.findPage(from.page) : null
  const canPick = thing !== null && linking.canPick(thing.kind)
  const isLinked = thing !== null && linking.of(thing.id).length > 0
  if (!canPick && !isLinked && !from) return null
  return (
    <section className={css.section} aria-label={t('link.section')}>
      <h3 className={css.sectionTitle}>{t('link.section')}</h3>
      {thing && isLinked && <LinkChips id={thing.id} />}
      {thing && canPick && !isLinked && <p className={css.quiet}>{t(`link.why.${thing.kind}`)}</p>}
      <div className={css.sectionButtons}>
        {thing && canPick && (
          <Button size="small" icon={<Link2 />} onPress={() => linking.pick(thing)}>
            {t('link.open')}
          </Button>
        )}
        {from && fromPage && (
          <Button
            size="small"
            variant="quiet"
            icon={<CornerUpLeft />}
            onPress={() => linking.goTo(fromPage.id, from.id)}
          >
            {t('link.fromWall')}
          </Button>
        )}
        {from && !fromPage && <p className={css.quiet}>{t('link.wallGone')}</p>}
      </div>
    </section>
  )
}
