import { Check } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { templateIds, type SessionSummary, type TemplateId } from '../../../shared/relay/library'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { currentLanguage, useText } from '../../ui/language'
import { TextField } from '../../ui/TextField'
import type { Library } from './libraryClient'
import { SessionPreview } from './SessionPreview'
import { templatePictures } from './templates'
import css from './newSession.module.css'
import cardCss from './templateCard.module.css'

export interface NewSessionDialogProps {
  library: Library
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onCreated: (session: SessionSummary) => void
  /** The template chosen from the start. */
  template?: TemplateId
}

export function NewSessionDialog(props: NewSessionDialogProps) {
  const t = useText('home')
  return (
    <Dialog title={t('new.title')} isOpen={props.isOpen} onOpenChange={props.onOpenChange} size="large">
      <NewSessionForm {...props} />
    </Dialog>
  )
}

function NewSessionForm({
  library,
  onOpenChange,
  onCreated,
  template: first = 'firstMeeting',
}: NewSessionDialogProps) {
  const t = useText('home')
  const ui = useText('ui')
  const [title, setTitle] = useState('')
  const [template, setTemplate] = useState<TemplateId>(first)
  const [isMaking, setMaking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const create = async (event: FormEvent) => {
    event.preventDefault()
    if (isMaking) return
    setMaking(true)
    const language = currentLanguage() === 'sv' ? 'sv' : 'en'
    const answer = await library.create({
      title: title.trim() || t(`template.${template}.title`),
      template,
      language,
    })
    setMaking(false)
    if (answer.ok) onCreated(answer.value)
    else setProblem(ui(`problem.${answer.kind}`))
  }

  return (
    <form className={css.form} onSubmit={(event) => void create(event)}>
      <TextField
        label={t('new.name')}
        description={t('new.nameHelp')}
        value={title}
        onChange={setTitle}
        maxLength={120}
        size="large"
        problem={problem}
        autoFocus
        autoComplete="off"
      />
      <RadioGroup
        value={template}
        onChange={(id) => setTemplate(id as TemplateId)}
        orientation="horizontal"
        className={css.templates!}
      >
        <Label className={css.label!}>{t('new.startFrom')}</Label>
        <div className={cardCss.cards}>
          {templateIds.map((id) => (
            <Radio key={id} value={id} className={cardCss.card!} data-template={id}>
              {({ isSelected }) => (
                <>
                  <span className={cardCss.picture}>
                    <SessionPreview boxes={templatePictures[id]} />
                  </span>
                  <span className={cardCss.words}>
                    <span className={cardCss.title}>{t(`template.${id}.title`)}</span>
                    <span className={cardCss.text}>{t(`template.${id}.text`)}</span>
                  </span>
                  {isSelected && (
                    <span className={cardCss.tick} aria-hidden="true">
                      <Check size={18} />
                    </span>
                  )}
                </>
              )}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <div className={css.buttons}>
        <Button onPress={() => onOpenChange(false)}>{ui('cancel')}</Button>
        <Button variant="primary" type="submit" isPending={isMaking}>
          {t('new.create')}
        </Button>
      </div>
    </form>
  )
}
