import { useState, type FormEvent } from 'react'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { useText } from './language'
import { TextField } from './TextField'

export interface RenameDialogProps {
  title: string
  /** What the field is called. */
  label: string
  name: string
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onRename: (name: string) => void
}

export function RenameDialog({ title, isOpen, onOpenChange, ...rest }: RenameDialogProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={onOpenChange} size="small">
      <RenameForm {...rest} close={() => onOpenChange(false)} />
    </Dialog>
  )
}

interface FormProps extends Pick<RenameDialogProps, 'label' | 'name' | 'onRename'> {
  close: () => void
}

function RenameForm({ label, name, onRename, close }: FormProps) {
  const t = useText('ui')
  const [value, setValue] = useState(name)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const next = value.trim()
    if (next && next !== name) onRename(next)
    close()
  }
  return (
    <form onSubmit={submit} style={{ display: 'grid', gap: 'var(--space-5)' }}>
      <TextField
        label={label}
        value={value}
        onChange={setValue}
        maxLength={120}
        autoFocus
        autoComplete="off"
        onFocus={(event) => (event.target as HTMLInputElement).select()}
      />
      <div style={{ display: 'flex', gap: 'var(--space-3)', justifyContent: 'flex-end' }}>
        <Button onPress={close}>{t('cancel')}</Button>
        <Button variant="primary" type="submit">
          {t('rename')}
        </Button>
      </div>
    </form>
  )
}
