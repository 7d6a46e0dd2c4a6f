import { barredStates } from '../domain/candidate-workflow'

/**
 * With whom the agency still works, as conditions on a row called `person`: nobody who lies in the
 * trash, no candidate who was blocked or erased, no contact of a company that lies in the trash.
 */
export const livePerson = {
  candidate: `person.deleted_at is null and person.state not in (${barredStates.map((state) => `'${state}'`).join(', ')})`,
  contact: `person.deleted_at is null and exists (select 1 from client_corporations company
    where company.id = person.client_id and company.deleted_at is null)`,
} as const
