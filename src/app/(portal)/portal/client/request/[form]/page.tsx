import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { intakeFormFor } from '#plugins/pipeline'
import { PortalHead } from '#themes/portal'
import { IntakeForm } from '../../../../../shared/IntakeForm'
import { sendIntakeForm } from '../../../../../shared/send-intake-form'
import { PortalFrame } from '../../../portal-frame'
import { clientVisit } from '../../../shared/signed-in'

export const metadata: Metadata = { title: 'Request staff' }

/** An intake form for a signed-in contact, who is not asked who they are. */
const Page = async ({ params }: { params: Promise<{ form: string }> }) => {
  const { req } = await clientVisit()
  const form = await intakeFormFor({ req, form: (await params).form })
  if (!form) notFound()
  return (
    <PortalFrame current="/portal/client">
      <PortalHead title={form.name} {...(form.lead ? { lead: form.lead } : {})} />
      <IntakeForm
        form={form}
        action={sendIntakeForm.bind(null, { form: form.id, version: form.version })}
      />
    </PortalFrame>
  )
}

export default Page
