import { Link, StyleSheet, Text, View } from '@react-pdf/renderer'
import {
  formatBasisPoints,
  formatDay,
  formatMinutes,
  formatMoney,
  formatRate,
  formatRatio,
  type Money,
} from '#plugins/kernel/domain'
import {
  FactList,
  Paper,
  paperColours,
  paperStyles,
  PartyBlock,
  printable,
  renderPaper,
} from '#plugins/kernel/pdf'
import type { InvoicePaper, InvoicePaperLine } from './invoice-paper'
import { wordsFor } from './invoice-words'

/** An invoice or credit note as PDF bytes; the same paper always gives the same text and layout. */
export const renderInvoicePdf = async (paper: InvoicePaper): Promise<Uint8Array> => {
  const { content: invoice, fonts } = await printable(paper)
  const words = wordsFor(invoice.locale)
  const heading = invoice.kind === 'invoice' ? words.invoice : words.creditNote
  return renderPaper(
    <Paper
      title={`${heading} ${invoice.number}`}
      author={invoice.seller.name}
      language={invoice.locale}
      createdAt={invoice.createdAt}
      size={invoice.size}
      fonts={fonts}
      footer={`${invoice.seller.name} · ${heading} ${invoice.number}`}
      pageLabel={({ pageNumber, totalPages }) =>
        `${words.page} ${pageNumber} ${words.of} ${totalPages}`
      }
    >
      <Text style={paperStyles.heading}>{heading}</Text>
      <Head invoice={invoice} />
      <Lines invoice={invoice} />
      <Totals invoice={invoice} />
      {invoice.kind === 'invoice' && <Payment invoice={invoice} />}
      {invoice.notes.map((note) => (
        <Text key={note} style={styles.note}>
          {note}
        </Text>
      ))}
    </Paper>,
  )
}

const styles = StyleSheet.create({
  head: { flexDirection: 'row', marginBottom: 20 },
  facts: { width: 200 },
  tableHead: {
    flexDirection: 'row',
    paddingVertical: 5,
    borderBottomWidth: 1,
    borderBottomColor: paperColours.ink,
    fontSize: 8,
    fontWeight: 700,
  },
  tableRow: {
    flexDirection: 'row',
    paddingVertical: 5,
    borderBottomWidth: 0.5,
    borderBottomColor: paperColours.line,
  },
  description: { flex: 1, paddingRight: 10 },
  quantity: { width: 62, textAlign: 'right' },
  rate: { width: 104, textAlign: 'right' },
  amount: { width: 86, textAlign: 'right' },
  totals: { marginTop: 12, marginLeft: 'auto', width: 270 },
  total: { flexDirection: 'row', paddingVertical: 2 },
  totalName: { flex: 1 },
  due: {
    marginTop: 4,
    paddingVertical: 6,
    paddingHorizontal: 8,
    marginHorizontal: -8,
    backgroundColor: paperColours.wash,
    fontSize: 11,
    lineHeight: 1.3,
    fontWeight: 700,
  },
  payment: { marginTop: 22, flexDirection: 'row', gap: 24 },
  note: { marginTop: 12, color: paperColours.soft },
})

const Head = ({ invoice }: { invoice: InvoicePaper }) => {
  const words = wordsFor(invoice.locale)
  const day = (text: string) => formatDay({ day: text, locale: invoice.locale })
  const period = invoice.servicePeriod
  const facts = [
    { label: words.number, value: invoice.number },
    ...(invoice.corrects ? [{ label: words.corrects, value: invoice.corrects }] : []),
    { label: words.issuedOn, value: day(invoice.issuedOn) },
    ...(invoice.dueOn ? [{ label: words.dueOn, value: day(invoice.dueOn) }] : []),
    ...(period
      ? [{ label: words.servicePeriod, value: `${day(period.from)} – ${day(period.to)}` }]
      : []),
    ...invoice.references,
  ]
  return (
    <View style={styles.head}>
      <PartyBlock label={words.from} party={invoice.seller} />
      <PartyBlock label={words.to} party={invoice.buyer} />
      <View style={styles.facts}>
        <FactList facts={facts} labelWidth={78} />
      </View>
    </View>
  )
}

const Lines = ({ invoice }: { invoice: InvoicePaper }) => {
  const words = wordsFor(invoice.locale)
  return (
    <View>
      <View style={styles.tableHead} fixed>
        <Text style={styles.description}>{words.description}</Text>
        <Text style={styles.quantity}>{words.quantity}</Text>
        <Text style={styles.rate}>{words.rate}</Text>
        <Text style={styles.amount}>{words.amount}</Text>
      </View>
      {invoice.lines.map((line, index) => (
        <View key={`${index} ${line.description}`} style={styles.tableRow} wrap={false}>
          <View style={styles.description}>
            <Text>{line.description}</Text>
            {line.detail && <Text style={paperStyles.soft}>{line.detail}</Text>}
          </View>
          <Text style={styles.quantity}>{quantityOf({ line, locale: invoice.locale })}</Text>
          <Text style={styles.rate}>{rateOf({ line, locale: invoice.locale })}</Text>
          <Text style={styles.amount}>{moneyOf({ amount: line.net, invoice })}</Text>
        </View>
      ))}
    </View>
  )
}

const Totals = ({ invoice }: { invoice: InvoicePaper }) => {
  const words = wordsFor(invoice.locale)
  const hasPayments = invoice.paid.amountMinor !== 0
  return (
    <View style={styles.totals} wrap={false}>
      <TotalRow name={words.net} value={moneyOf({ amount: invoice.net, invoice })} />
      {invoice.taxes.map((tax) => (
        <View key={`${tax.label} ${tax.basisPoints}`}>
          <TotalRow
            name={`${tax.label} ${formatBasisPoints({
              basisPoints: tax.basisPoints,
              locale: invoice.locale,
            })} ${words.on} ${moneyOf({ amount: tax.net, invoice })}`}
            value={moneyOf({ amount: tax.tax, invoice })}
          />
          {tax.note && <Text style={paperStyles.soft}>{tax.note}</Text>}
        </View>
      ))}
      <TotalRow name={words.gross} value={moneyOf({ amount: invoice.gross, invoice })} />
      {hasPayments && (
        <TotalRow name={words.paid} value={moneyOf({ amount: invoice.paid, invoice })} />
      )}
      <View style={[styles.total, styles.due]}>
        <Text style={styles.totalName}>{words.due}</Text>
        <Text>{moneyOf({ amount: invoice.due, invoice })}</Text>
      </View>
    </View>
  )
}

const TotalRow = ({ name, value }: { name: string; value: string }) => (
  <View style={styles.total}>
    <Text style={styles.totalName}>{name}</Text>
    <Text>{value}</Text>
  </View>
)

const Payment = ({ invoice }: { invoice: InvoicePaper }) => {
  const words = wordsFor(invoice.locale)
  const { bank, paymentUrl } = invoice
  return (
    <View style={styles.payment} wrap={false}>
      <View style={{ flex: 1 }}>
        <Text style={paperStyles.strong}>{words.bank}</Text>
        <FactList
          facts={[
            { label: words.accountName, value: bank.accountName },
            { label: words.bankName, value: bank.bankName },
            ...bank.lines,
            { label: words.reference, value: invoice.number },
          ]}
        />
      </View>
      {paymentUrl && (
        <View style={{ flex: 1 }}>
          <Text style={paperStyles.strong}>{words.online}</Text>
          <Link src={paymentUrl} style={{ color: paperColours.ink }}>
            {paymentUrl}
          </Link>
        </View>
      )}
    </View>
  )
}

const moneyOf = ({ amount, invoice }: { amount: Money; invoice: InvoicePaper }): string =>
  formatMoney({ amount, locale: invoice.locale })

const quantityOf = ({ line, locale }: { line: InvoicePaperLine; locale: string }): string =>
  'minutes' in line.quantity
    ? formatMinutes(line.quantity.minutes)
    : new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(line.quantity.units)

const rateOf = ({ line, locale }: { line: InvoicePaperLine; locale: string }): string => {
  const { currency } = line.net
  const rate = formatRate({ rateE4: line.rateE4, currency, locale })
  if (!line.ratio || line.ratio.num === line.ratio.den) return rate
  return `${rate} × ${formatRatio({ ratio: line.ratio, locale })}`
}
