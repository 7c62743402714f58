import type { FileProblem } from '../../../shared/relay/library'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { useText } from '../../ui/language'
import { nameOfPart } from './nameOfPart'
import css from './fileProblems.module.css'

export interface FileProblemsDialogProps {
  title: string
  /** Empty: the dialog is closed. */
  problems: readonly FileProblem[]
  onClose: () => void
}

/** Says which parts of an opened file could not be read. The rest is there already. */
export function FileProblemsDialog({ title, problems, onClose }: FileProblemsDialogProps) {
  const t = useText('home')
  return (
    <Dialog
      title={t('damaged.title')}
      isOpen={problems.length > 0}
      onOpenChange={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('damaged.goOn')}
        </Button>
      }
    >
      <p>{t('damaged.text', { title: title || t('untitled') })}</p>
      <ul className={css.problems}>
        {problems.map((problem, at) => (
          <li key={at} className={css.problem}>
            <strong dir="auto">{nameOfPart(problem, t)}</strong>
            <span>{t(`damaged.${problem.kind}`)}</span>
            <code className={css.part}>{problem.part}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
