import { redirect } from 'next/navigation'

import { withStaff } from '#plugins/kernel/admin/server'

/** An import is worked on beside the list of all: whoever follows a link to it is led there. */
export const ImportScreen = withStaff({
  frame: 'none',
  view: ({ initPageResult: { docID } }) =>
    redirect(`/admin/collections/imports?import=${encodeURIComponent(String(docID))}`),
})
