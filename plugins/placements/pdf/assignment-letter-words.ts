const words = {
  en: {
    title: 'Assignment letter',
    from: 'From',
    to: 'To',
    date: 'Date',
    opening: ({ client, title }: { client: string; title: string }) =>
      `We confirm your assignment as ${title} with ${client}. These are its terms.`,
    reference: 'Reference',
    jobTitle: 'Position',
    employmentType: 'Type of employment',
    client: 'Client',
    workLocation: 'Place of work',
    startsOn: 'First day',
    endsOn: 'Last day',
    openEnd: 'No end agreed',
    pay: 'Pay',
    perHour: 'per hour',
    perYear: 'per year',
    weeklyHours: 'Hours per week (h:min)',
    approver: 'Approves your hours',
    questions: 'Your contact for any question',
    signature: 'Signature and date',
    page: 'Page',
    of: 'of',
  },
} as const

/** The words of the letter in the language of a locale; English where there are none yet. */
export const wordsFor = (locale: string): (typeof words)['en'] => {
  const language = locale.split('-')[0] ?? ''
  return isLanguage(language) ? words[language] : words.en
}

const isLanguage = (language: string): language is keyof typeof words =>
  Object.hasOwn(words, language)
