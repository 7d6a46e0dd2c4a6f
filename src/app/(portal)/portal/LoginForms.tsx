'use client'

import { useActionState } from 'react'

import { LoginCard } from '#themes/portal'
import type { FormAction } from '../../shared/ActionForm'
import { newForm, type FormState } from '../../shared/form-state'

/** Both ways into the portal; the password stands second, because a link needs no memory. */
export const LoginForms = ({
  sendLink,
  signInByPassword,
  agencyName,
}: {
  sendLink: FormAction
  signInByPassword: FormAction
  agencyName: string
}) => {
  const [linkState, linkAction, isSending] = useActionState(sendLink, newForm())
  const [passwordState, passwordAction, isSigningIn] = useActionState(signInByPassword, newForm())
  const isPasswordOpen = passwordState.status === 'refused'
  const shown = isPasswordOpen ? passwordState : linkState
  return (
    <div aria-busy={isSending || isSigningIn}>
      <LoginCard
        title="Sign in"
        lead={`Your applications, hours, shortlists and invoices at ${agencyName}.`}
        link={{ action: linkAction }}
        password={{
          action: passwordAction,
          isOpen: isPasswordOpen,
          forgot: {
            label: 'I have forgotten my password, or never had one',
            href: '/portal/forgot',
          },
        }}
        values={shown.values}
        errors={errorsOf(shown)}
        {...(linkState.status === 'done' && !isPasswordOpen
          ? { sent: { title: 'Please look into your mailbox', text: linkState.message ?? '' } }
          : {})}
      />
    </div>
  )
}

const errorsOf = ({ status, errors, message }: FormState): Record<string, string> =>
  status !== 'refused' ? {} : Object.keys(errors).length > 0 ? errors : { '': message ?? '' }
