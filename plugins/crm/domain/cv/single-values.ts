/** The values of which a candidate has one each, and what they are called. */
export const singleValues = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  headline: 'In one line',
  city: 'Town',
  region: 'State or region',
  postcode: 'Postcode',
  country: 'Country',
  profileUrl: 'Profile page',
} as const

export type SingleValue = keyof typeof singleValues

export const singleValueKeys = Object.keys(singleValues).filter((key): key is SingleValue =>
  Object.hasOwn(singleValues, key),
)
