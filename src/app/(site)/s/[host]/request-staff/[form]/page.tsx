import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { intakeFormFor } from '#plugins/pipeline'
import { IntakeForm } from '../../../../../shared/IntakeForm'
import { sendIntakeForm } from '../../../../../shared/send-intake-form'
import { siteOf, type Params } from '../../site-of'

type FormParams = Params<{ form: string }>

const formOf = async ({ params }: FormParams) => {
  const { host, form: slug } = await params
  const { req, theme } = await siteOf(host)
  const form = await intakeFormFor({ req, form: slug })
  if (!form) notFound()
  return { form, theme }
}

export const generateMetadata = async (given: FormParams): Promise<Metadata> => {
  const { form } = await formOf(given)
  return { title: form.name, ...(form.lead ? { description: form.lead } : {}) }
}

/** One intake form on the agency's website. */
const Page = async (given: FormParams) => {
  const { form, theme } = await formOf(given)
  const { PageHead, Section } = theme.parts
  return (
    <>
      <PageHead title={form.name} {...(form.lead ? { lead: form.lead } : {})} />
      <Section width="reading">
        <IntakeForm
          form={form}
          action={sendIntakeForm.bind(null, { form: form.id, version: form.version })}
        />
      </Section>
    </>
  )
}

export default Page
