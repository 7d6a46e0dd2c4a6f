/** The companies behind the brand: one employs and invoices in the United States, one in Britain. */
export const legalEntities = [
  {
    key: 'us',
    data: {
      name: 'Harbour & Hale Staffing Inc.',
      taxId: '84-1029384',
      email: 'billing@harbourhale.example',
      phone: '+1 212 555 0100',
      address: {
        line1: '88 Pine Street, Floor 12',
        city: 'New York',
        region: 'NY',
        postalCode: '10005',
        country: 'US',
      },
      currency: 'USD',
      invoicePrefix: 'HH',
      invoiceNumberDigits: 6,
      paymentTermsDays: 14,
      taxRateBp: 0,
      bankName: 'Hudson Commercial Bank',
      iban: '000123456789',
      bic: '021000021',
      zone: 'America/New_York',
      workweekStartsOn: 1,
      ruleSet: 'us-federal',
    },
  },
  {
    key: 'uk',
    data: {
      name: 'Harbour & Hale London Ltd',
      taxId: 'GB 123 4567 82',
      email: 'billing.uk@harbourhale.example',
      phone: '+44 20 7946 0100',
      address: {
        line1: '5 Tanner Wharf',
        city: 'London',
        postalCode: 'SE1 3LD',
        country: 'GB',
      },
      currency: 'GBP',
      invoicePrefix: 'HHUK',
      invoiceNumberDigits: 6,
      paymentTermsDays: 30,
      taxRateBp: 2_000,
      bankName: 'Thames Mutual Bank',
      iban: 'GB29 NWBK 6016 1331 9268 19',
      bic: 'NWBKGB2L',
      zone: 'Europe/London',
      workweekStartsOn: 1,
      ruleSet: 'none',
    },
  },
] as const

export type EntityKey = (typeof legalEntities)[number]['key']

export const holidayCalendars = [
  { key: 'us', data: { name: 'United States', country: 'US', law: 'us-federal' } },
  { key: 'uk', data: { name: 'England and Wales', country: 'GB', law: 'gb-england-wales' } },
] as const

const weekdays = ['1', '2', '3', '4', '5'] as const

export const offices = [
  {
    key: 'new-york',
    entity: 'us',
    name: 'New York',
    zone: 'America/New_York',
    locale: 'en-US',
    holidays: 'us',
    hours: weekdays.map((weekday) => ({ weekday, opensAt: '08:00', closesAt: '18:00' })),
    phone: '+1 212 555 0100',
    email: 'newyork@harbourhale.example',
    address: {
      line1: '88 Pine Street, Floor 12',
      city: 'New York',
      region: 'NY',
      postalCode: '10005',
      country: 'US',
    },
  },
  {
    key: 'london',
    entity: 'uk',
    name: 'London',
    zone: 'Europe/London',
    locale: 'en-GB',
    holidays: 'uk',
    hours: weekdays.map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' })),
    phone: '+44 20 7946 0100',
    email: 'london@harbourhale.example',
    address: { line1: '5 Tanner Wharf', city: 'London', postalCode: 'SE1 3LD', country: 'GB' },
  },
] as const

/** Their addresses are on the domain that the installation sends from. */
export const brands = [
  {
    key: 'harbour',
    entity: 'us',
    mailbox: 'hello',
    data: {
      name: 'Harbour & Hale',
      senderName: 'Harbour & Hale',
      replyTo: 'hello@harbourhale.example',
      footer: 'Harbour & Hale Staffing Inc.\n88 Pine Street, Floor 12, New York, NY 10005',
      accentColour: '#14524d',
    },
  },
  {
    key: 'northline',
    entity: 'uk',
    mailbox: 'northline',
    data: {
      name: 'Northline Engineering',
      senderName: 'Northline Engineering',
      replyTo: 'hello@northline.example',
      footer:
        'A brand of Harbour & Hale London Ltd · Registered in England\n5 Tanner Wharf, London SE1 3LD',
      accentColour: '#9a3412',
    },
  },
] as const

export const sites = [
  {
    key: 'harbour',
    entity: 'us',
    data: {
      name: 'Harbour & Hale',
      hostname: 'harbour.localhost',
      aliases: ['localhost'],
      isPrimary: true,
      theme: 'harbour',
      tagline: 'Good people, in good hands',
      lead: 'We find nurses, engineers and the people who keep warehouses moving, and we look after them once they have started.',
      about:
        'Harbour & Hale began in 2011 with two desks and one phone. Today we place people in hospitals, warehouses and engineering offices from New York to London, and still answer every application.',
      replyPromise: 'A person answers within two working days.',
      locale: 'en-US',
      currency: 'USD',
      zone: 'America/New_York',
      email: 'hello@harbourhale.example',
      phone: '+1 212 555 0100',
      address: offices[0].address,
      legalNote: 'Harbour & Hale Staffing Inc. · New York',
    },
    pages: [
      {
        slug: 'about',
        title: 'About us',
        intro: 'Who we are, and how we work with you.',
        paragraphs: [
          'We are recruiters who used to do the jobs we recruit for: nurses, site engineers, shift leads. That is why our shortlists are short.',
          'Every candidate hears from us, also when the answer is no. Every client knows the rate before the first interview.',
        ],
      },
      {
        slug: 'contact',
        title: 'Contact',
        intro: 'Call, write, or come by.',
        paragraphs: [
          'New York: 88 Pine Street, Floor 12. Monday to Friday, 8 am to 6 pm. +1 212 555 0100.',
          'London: 5 Tanner Wharf, SE1 3LD. Monday to Friday, 9 am to 5.30 pm. +44 20 7946 0100.',
        ],
      },
    ],
  },
  {
    key: 'northline',
    entity: 'uk',
    data: {
      name: 'Northline Engineering',
      hostname: 'northline.localhost',
      aliases: [],
      isPrimary: false,
      theme: 'harbour',
      tagline: 'Engineers who see it through',
      lead: 'Contract and permanent roles in mechanical, commissioning and design engineering.',
      about:
        'Northline is the engineering brand of Harbour & Hale. Our consultants have stood on site in the rain themselves.',
      replyPromise: 'An engineer reads your CV within three working days.',
      locale: 'en-GB',
      currency: 'GBP',
      zone: 'Europe/London',
      email: 'hello@northline.example',
      phone: '+44 20 7946 0100',
      address: offices[1].address,
      legalNote: 'A brand of Harbour & Hale London Ltd · Registered in England',
    },
    pages: [
      {
        slug: 'about',
        title: 'About Northline',
        intro: 'A small team for a narrow field.',
        paragraphs: [
          'We work for makers of turbines, pumps and everything that turns. We know the difference between a drawing and a machine.',
        ],
      },
      {
        slug: 'contact',
        title: 'Contact',
        intro: 'Talk to an engineer.',
        paragraphs: ['5 Tanner Wharf, London SE1 3LD. +44 20 7946 0100, weekdays from nine.'],
      },
    ],
  },
] as const

export type SiteKey = (typeof sites)[number]['key']
