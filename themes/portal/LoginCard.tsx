import { ErrorSummary, Field, Notice, SubmitButton, TargetForm } from '../base'
import type { FormErrors, FormTarget, FormValues, LinkItem } from '../contract'

export type LoginCardLabels = {
  email: string
  emailHint: string
  sendLink: string
  passwordInstead: string
  password: string
  signIn: string
  errorTitle: string
}

export type LoginCardProps = {
  title: string
  lead?: string
  /** Sends a link by e-mail; field `email`. */
  link: FormTarget
  /** Signs in with fields `email` and `password`; leave out where only links are allowed. */
  password?: FormTarget & { isOpen?: boolean; forgot?: LinkItem }
  values: FormValues
  errors: FormErrors
  /** Said after a link was sent; the same words whether or not the address is known. */
  sent?: { title: string; text: string }
  labels?: LoginCardLabels
}

const english: LoginCardLabels = {
  email: 'E-mail address',
  emailHint: 'The one your recruiter writes to',
  sendLink: 'Send me a link',
  passwordInstead: 'Sign in with a password instead',
  password: 'Password',
  signIn: 'Sign in',
  errorTitle: 'That did not work',
}

/** The link comes first: it needs nothing to be remembered. The password form is folded below. */
export const LoginCard = ({
  title,
  lead,
  link,
  password,
  values,
  errors,
  sent,
  labels = english,
}: LoginCardProps) => {
  const isPasswordOpen = password?.isOpen ?? false
  return (
    <div className="pw-login">
      <h1 className="pw-login__title">{title}</h1>
      {lead ? <p>{lead}</p> : null}
      {sent ? (
        <Notice tone="good" title={sent.title}>
          <p>{sent.text}</p>
        </Notice>
      ) : null}
      <ErrorSummary
        title={labels.errorTitle}
        errors={errors}
        idPrefix={isPasswordOpen ? 'password' : 'link'}
      />
      <TargetForm target={link} className="pw-form" label={labels.sendLink}>
        <Field
          idPrefix="link"
          name="email"
          kind="email"
          label={labels.email}
          hint={labels.emailHint}
          autoComplete="email"
          values={values}
          errors={isPasswordOpen ? {} : errors}
          isRequired
        />
        <SubmitButton label={labels.sendLink} isWide />
      </TargetForm>
      {password ? (
        <details className="pw-fold" open={isPasswordOpen}>
          <summary>{labels.passwordInstead}</summary>
          <TargetForm target={password} className="pw-form" label={labels.signIn}>
            <Field
              idPrefix="password"
              name="email"
              kind="email"
              label={labels.email}
              autoComplete="username"
              values={values}
              errors={isPasswordOpen ? errors : {}}
              isRequired
            />
            <Field
              idPrefix="password"
              name="password"
              kind="password"
              label={labels.password}
              autoComplete="current-password"
              values={{}}
              errors={isPasswordOpen ? errors : {}}
              isRequired
            />
            <SubmitButton label={labels.signIn} look="quiet" isWide />
            {password.forgot ? <a href={password.forgot.href}>{password.forgot.label}</a> : null}
          </TargetForm>
        </details>
      ) : null}
    </div>
  )
}
