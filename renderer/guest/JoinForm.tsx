import { CircleHelp } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import type { AskProblem } from '../document/askRelay'
import { Button } from '../ui/Button'
import { useText } from '../ui/language'
import { Mark } from '../ui/Mark'
import { TextField } from '../ui/TextField'
import { useDocumentTitle } from '../ui/useDocumentTitle'
import { Encryption } from './Encryption'
import { join, plainCode, type Entered } from './join'
import { LanguageChoice } from './LanguageChoice'
import css from './join.module.css'

export interface JoinFormProps {
  relayUrl: string
  /** From the link; without one the code is asked for. */
  secret: string | null
  /** The name used before, if any. */
  name: string
  onEntered: (entered: Entered) => void
  onCheck: () => void
}

export function JoinForm({ relayUrl, secret, name: before, onEntered, onCheck }: JoinFormProps) {
  const t = useText('guest')
  const ui = useText('ui')
  useDocumentTitle(t('title'))
  const [name, setName] = useState(before)
  const [code, setCode] = useState('')
  const [isOldLink, setOldLink] = useState(false)
  const [isJoining, setJoining] = useState(false)
  const [problem, setProblem] = useState<AskProblem | null>(null)
  const [missing, setMissing] = useState<'name' | 'code' | null>(null)
  const byCode = secret === null || isOldLink

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isJoining) return
    const lacks = byCode && plainCode(code) === '' ? 'code' : name.trim() === '' ? 'name' : null
    setMissing(lacks)
    if (lacks) return
    setJoining(true)
    const answer = await join(relayUrl, { name: name.trim(), secret: byCode ? null : secret, code })
    setJoining(false)
    if (answer.ok) {
      onEntered(answer.value)
      return
    }
    setProblem(answer.kind)
    // An old link can't be mended; the code on the screen may still work.
    if (!byCode && isAboutLink(answer.kind)) setOldLink(true)
  }

  const words = (kind: AskProblem) => {
    if (kind === 'unreachable') return t('unreachable')
    if (isAboutLink(kind)) return t(isOldLink || kind !== 'wrongCode' ? 'doorClosed' : 'wrongCode')
    return ui(`problem.${kind}`)
  }

  return (
    <main className={css.place}>
      <div className={css.card}>
        <p className={css.brand}>
          <Mark />
          {t('app')}
        </p>
        <LanguageChoice />
        <h1 className={css.title}>{t('title')}</h1>
        <form className={css.form} onSubmit={(event) => void submit(event)}>
          {problem && (
            <p role="alert" className={css.problem}>
              {words(problem)}
            </p>
          )}
          {byCode && (
            <TextField
              label={t('code')}
              description={t('codeHelp')}
              value={code}
              onChange={(typed) => {
                setCode(typed)
                setMissing(null)
              }}
              size="large"
              className={css.code!}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck="false"
              maxLength={20}
              problem={missing === 'code' ? t('needsCode') : null}
            />
          )}
          <TextField
            label={t('name')}
            description={t('nameHelp')}
            value={name}
            onChange={(typed) => {
              setName(typed)
              setMissing(null)
            }}
            size="large"
            autoComplete="given-name"
            maxLength={60}
            problem={missing === 'name' ? t('needsName') : null}
          />
          <Button variant="primary" size="large" type="submit" isWide isPending={isJoining}>
            {t('join')}
          </Button>
        </form>
        <Button variant="quiet" icon={<CircleHelp />} onPress={onCheck}>
          {t('notWorking')}
        </Button>
        <div className={css.privacy}>
          <p>{t('privacy')}</p>
          <Encryption relayUrl={relayUrl} />
        </div>
      </div>
    </main>
  )
}

const isAboutLink = (kind: AskProblem) =>
  kind === 'wrongCode' || kind === 'notAdmitted' || kind === 'notFound'
