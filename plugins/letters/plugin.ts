import type { CollectionConfig } from 'payload'

type Place = { slug: string; order: number; view: string; bar: string | null }

/** Where conversations by mail stand, and where several people are written to at once. */
const places: readonly Place[] = [
  { slug: 'candidates', order: 140, view: 'CandidateMail', bar: 'candidate' },
  { slug: 'client-contacts', order: 140, view: 'ContactMail', bar: 'client-contact' },
  { slug: 'job-orders', order: 156, view: 'OrderMail', bar: null },
]

/** Adds the conversations to the records of other plugins, which do not know of them. */
export const withMail = (collection: CollectionConfig): CollectionConfig => {
  const place = places.find(({ slug }) => slug === collection.slug)
  if (!place) return collection
  const { admin } = collection
  const views = admin?.components?.views
  // A view in place of the whole record leaves no room for a tab.
  if (views?.edit?.root) return collection
  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        ...(place.bar
          ? {
              beforeListTable: [
                ...(admin?.components?.beforeListTable ?? []),
                {
                  path: '/plugins/letters/admin/WriteSelected#WriteSelected',
                  clientProps: { reader: place.bar },
                },
              ],
            }
          : {}),
        views: {
          ...views,
          edit: Object.assign({}, views?.edit, {
            mail: {
              Component: `/plugins/letters/admin/MailTabs#${place.view}`,
              path: '/mail' as const,
              tab: { label: 'Mail', href: '/mail' as const, order: place.order },
            },
          }),
        },
      },
    },
  }
}
