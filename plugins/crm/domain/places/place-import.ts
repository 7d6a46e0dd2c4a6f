import type { ImportKind, ImportValue } from '#plugins/kernel/domain'

const textIn = (value: ImportValue | undefined): string | null =>
  typeof value === 'string' ? value : null

const degreesIn = ({
  value,
  most,
}: {
  value: ImportValue | undefined
  most: number
}): number | null => (typeof value === 'number' && Math.abs(value) <= most ? value : null)

/** Places from a table, such as the postcode files of GeoNames; whoever repeats one changes nothing. */
export const placeImport: ImportKind = {
  key: 'places',
  label: 'Places and postcodes',
  singular: 'place',
  collection: 'places',
  subject: 'place',
  referencePrefix: null,
  permission: 'settings.write',
  fields: [
    {
      key: 'country',
      label: 'Country',
      type: 'country',
      isRequired: true,
      names: ['country code', 'Land', 'Pays', 'País', 'Paese'],
    },
    {
      key: 'postcode',
      label: 'Postcode',
      type: 'text',
      most: 16,
      names: ['postal code', 'zip', 'zip code', 'outcode', 'PLZ', 'Code postal', 'CAP'],
    },
    {
      key: 'name',
      label: 'Name',
      type: 'text',
      isRequired: true,
      most: 180,
      names: ['place name', 'place', 'town', 'city', 'Ort', 'Stadt', 'Ville', 'Plaats'],
    },
    {
      key: 'region',
      label: 'State or region',
      type: 'text',
      most: 120,
      names: ['state', 'admin name 1', 'admin name1', 'county', 'province', 'Bundesland'],
    },
    {
      key: 'latitude',
      label: 'Latitude',
      type: 'number',
      isRequired: true,
      names: ['lat', 'Breite', 'Breitengrad'],
    },
    {
      key: 'longitude',
      label: 'Longitude',
      type: 'number',
      isRequired: true,
      names: ['lng', 'lon', 'long', 'Länge', 'Längengrad'],
    },
  ],
  draft: (values) => {
    const problems: Record<string, string> = {}
    const name = textIn(values.name)
    const country = textIn(values.country)
    const latitude = degreesIn({ value: values.latitude, most: 90 })
    const longitude = degreesIn({ value: values.longitude, most: 180 })
    if (!name) problems.name = 'A name is needed.'
    if (!country) problems.country = 'Write the country in two letters: GB, US.'
    if (latitude === null) problems.latitude = 'Degrees from -90 to 90, such as 51.45.'
    if (longitude === null) problems.longitude = 'Degrees from -180 to 180, such as -0.97.'
    const postcode = textIn(values.postcode)
    return {
      problems,
      draft: {
        row: { country, postcode, name, region: textIn(values.region), latitude, longitude },
        keys: [`place:${[country, postcode ?? '', name].join('|').toLowerCase()}`],
        alike: null,
        links: [],
        externalId: null,
      },
    }
  },
  keys: { place: `lower(c.country || '|' || coalesce(c.postcode, '') || '|' || c.name) = k.value` },
  alike: null,
  links: {},
  title: 'c.name',
  about: {},
}
