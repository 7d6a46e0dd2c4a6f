const words = {
  en: {
    invoice: 'Invoice',
    creditNote: 'Credit note',
    number: 'Number',
    corrects: 'Corrects invoice',
    issuedOn: 'Date of issue',
    dueOn: 'Due date',
    servicePeriod: 'Service period',
    from: 'From',
    to: 'Bill to',
    description: 'Description',
    quantity: 'Hours / qty',
    rate: 'Rate',
    amount: 'Amount',
    net: 'Total before tax',
    on: 'on',
    gross: 'Total',
    paid: 'Already paid',
    due: 'Amount due',
    bank: 'Pay by bank transfer',
    accountName: 'Account holder',
    bankName: 'Bank',
    reference: 'Payment reference',
    online: 'Pay online',
    page: 'Page',
    of: 'of',
  },
} as const

/** The words of an invoice in the language of a locale; English where there are none yet. */
export const wordsFor = (locale: string): (typeof words)['en'] => {
  const language = locale.split('-')[0] ?? ''
  return isLanguage(language) ? words[language] : words.en
}

const isLanguage = (language: string): language is keyof typeof words =>
  Object.hasOwn(words, language)
