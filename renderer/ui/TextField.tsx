import type { Ref } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea'
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField'
import { joinClasses } from './joinClasses'
import css from './field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  label: string
  /** The label is only for screen readers; something else beside the field says it to the eye. */
  isLabelHidden?: boolean
  /** One sentence that helps. */
  description?: string | undefined
  /** What is wrong and what to do; null when nothing is. */
  problem?: string | null
  placeholder?: string
  size?: 'normal' | 'large'
  inputRef?: Ref<HTMLInputElement>
  /** What phones make capital by themselves. */
  autoCapitalize?: 'none' | 'sentences' | 'characters'
  className?: string
}

function Words({ label, isLabelHidden }: { label: string; isLabelHidden: boolean | undefined }) {
  return <Label className={isLabelHidden ? css.hidden! : css.label!}>{label}</Label>
}

function Help({
  description,
  problem,
}: {
  description: string | undefined
  problem: string | null | undefined
}) {
  return (
    <>
      {description && !problem && (
        <Text slot="description" className={css.description!}>
          {description}
        </Text>
      )}
      <FieldError className={css.problem!}>{problem}</FieldError>
    </>
  )
}

export function TextField({
  label,
  isLabelHidden,
  description,
  problem,
  placeholder,
  size,
  inputRef,
  autoCapitalize,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      className={joinClasses(css.field, size === 'large' && css.large, className)}
    >
      <Words label={label} isLabelHidden={isLabelHidden} />
      <Input
        className={css.input!}
        {...(placeholder && { placeholder })}
        {...(autoCapitalize && { autoCapitalize })}
        {...(inputRef && { ref: inputRef })}
      />
      <Help description={description} problem={problem} />
    </AriaTextField>
  )
}

export interface TextAreaProps extends Omit<TextFieldProps, 'inputRef' | 'size' | 'autoCapitalize'> {
  rows?: number
  inputRef?: Ref<HTMLTextAreaElement>
}

export function TextArea({
  label,
  isLabelHidden,
  description,
  problem,
  placeholder,
  rows = 3,
  inputRef,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      className={joinClasses(css.field, className)}
    >
      <Words label={label} isLabelHidden={isLabelHidden} />
      <AriaTextArea
        className={joinClasses(css.input, css.area)}
        rows={rows}
        {...(placeholder && { placeholder })}
        {...(inputRef && { ref: inputRef })}
      />
      <Help description={description} problem={problem} />
    </AriaTextField>
  )
}
