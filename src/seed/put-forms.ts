import { intakeForms } from './data/intake-forms'
import type { Story } from './story'

/** What clients are asked who need nurses, and who need people for computers. */
export const putForms = async (story: Story): Promise<void> =>
  await story.system(async (req) => {
    for (const form of intakeForms)
      await req.payload.create({
        collection: 'intake-forms',
        data: {
          ...form,
          version: 1,
          questions: form.questions.map((question) => ({ ...question })),
        },
        req,
        overrideAccess: true,
        depth: 0,
      })
  })
