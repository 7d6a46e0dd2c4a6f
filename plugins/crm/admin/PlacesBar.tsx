import { createLocalReq, type BeforeListTableServerProps } from 'payload'

import { actorOf } from '#plugins/kernel'
import { ActionBar } from '#plugins/kernel/admin'
import { can } from '#plugins/kernel/domain'
import { isSearchRebuilt } from '../queries/search-rebuild'

/** Above the list of places: how to bring a finer table in, and what the search makes of a change. */
export const PlacesBar = async ({ payload, user }: BeforeListTableServerProps) => {
  if (!user) return null
  const req = await createLocalReq({ user }, payload)
  const actor = actorOf(req)
  if (!can({ actor, permission: 'settings.write' })) return null
  const isRunning = await isSearchRebuilt(req)
  return (
    <div className="pwa-places-bar">
      <p>
        Towns and areas of postcodes come with the product, to about 5 km. For whole postcodes bring
        in a table, such as the file of your country from download.geonames.org/export/zip: by{' '}
        <a href="/admin/collections/imports">Imports</a>, as “Places and postcodes”.
      </p>
      {isRunning ? (
        <p role="status">
          Candidates are being put into the search anew. This list is in use already.
        </p>
      ) : null}
      <ActionBar
        actions={[
          {
            command: 'rebuild-search',
            label: 'Rebuild the search',
            input: {},
            text: 'Puts every candidate into the search anew, with the words of their CVs. The search goes on meanwhile; with a million candidates it takes about an hour.',
            done: 'The search is rebuilt within the next minutes.',
          },
        ]}
      />
    </div>
  )
}
