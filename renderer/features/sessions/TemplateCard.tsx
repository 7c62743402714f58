import { Button } from 'react-aria-components/Button'
import type { TemplateId } from '../../../shared/relay/library'
import { useText } from '../../ui/language'
import { SessionPreview } from './SessionPreview'
import { templatePictures } from './templates'
import css from './templateCard.module.css'

/** A template with its picture and a sentence; a press starts a workshop from it. */
export function TemplateCard({ id, onPress }: { id: TemplateId; onPress: () => void }) {
  const t = useText('home')
  return (
    <Button className={css.card!} onPress={onPress} data-template={id}>
      <span className={css.picture}>
        <SessionPreview boxes={templatePictures[id]} />
      </span>
      <span className={css.words}>
        <span className={css.title}>{t(`template.${id}.title`)}</span>
        <span className={css.text}>{t(`template.${id}.text`)}</span>
      </span>
    </Button>
  )
}
