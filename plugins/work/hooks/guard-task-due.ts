import {
  ValidationError,
  type CollectionBeforeChangeHook,
  type DataFromCollectionSlug,
} from 'payload'

/** A task is due by a moment or by the end of a day: two answers would be none. */
export const guardTaskDue: CollectionBeforeChangeHook<DataFromCollectionSlug<'tasks'>> = ({
  collection,
  data,
  originalDoc,
}) => {
  const dueOn = data.dueOn === undefined ? originalDoc?.dueOn : data.dueOn
  const dueAt = data.dueAt === undefined ? originalDoc?.dueAt : data.dueAt
  if (!dueOn || !dueAt) return data
  throw new ValidationError({
    collection: collection.slug,
    errors: [{ path: 'dueAt', message: 'Choose a day or a moment, not both: empty one of them.' }],
  })
}
