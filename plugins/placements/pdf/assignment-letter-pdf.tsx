import { StyleSheet, Text, View } from '@react-pdf/renderer'
import { dayIn, formatDay, formatMinutes, formatMoney, formatRate } from '#plugins/kernel/domain'
import {
  FactList,
  Paper,
  paperStyles,
  PartyBlock,
  printable,
  renderPaper,
} from '#plugins/kernel/pdf'
import type { AssignmentLetterPaper } from './assignment-letter-paper'
import { wordsFor } from './assignment-letter-words'

/** The letter that confirms an assignment to the worker, as PDF bytes. */
export const renderAssignmentLetterPdf = async (
  paper: AssignmentLetterPaper,
): Promise<Uint8Array> => {
  const { content: letter, fonts } = await printable(paper)
  const { locale, zone, createdAt } = letter
  const words = wordsFor(locale)
  return renderPaper(
    <Paper
      title={`${words.title} ${letter.reference}`}
      author={letter.agency.name}
      language={locale}
      createdAt={createdAt}
      size={letter.size}
      fonts={fonts}
      footer={`${letter.agency.name} · ${words.title} ${letter.reference}`}
      pageLabel={({ pageNumber, totalPages }) =>
        `${words.page} ${pageNumber} ${words.of} ${totalPages}`
      }
    >
      <View style={styles.head}>
        <PartyBlock label={words.from} party={letter.agency} />
        <PartyBlock label={words.to} party={letter.worker} />
        <View>
          <Text style={paperStyles.label}>{words.date}</Text>
          <Text>{formatDay({ day: dayIn({ instant: createdAt, zone }), locale })}</Text>
        </View>
      </View>
      <Text style={paperStyles.heading}>{words.title}</Text>
      <Text style={styles.paragraph}>
        {words.opening({ client: letter.clientName, title: letter.jobTitle })}
      </Text>
      <FactList facts={factsOf(letter)} labelWidth={130} />
      {letter.notes.map((note) => (
        <Text key={note} style={styles.note}>
          {note}
        </Text>
      ))}
      <View style={styles.contact} wrap={false}>
        <PartyBlock label={words.questions} party={letter.recruiter} />
      </View>
      <View style={styles.signatures} wrap={false}>
        {[letter.agency.name, letter.worker.name].map((name) => (
          <View key={name} style={styles.signature}>
            <Text>{name}</Text>
            <Text style={paperStyles.soft}>{words.signature}</Text>
          </View>
        ))}
      </View>
    </Paper>,
  )
}

const styles = StyleSheet.create({
  head: { flexDirection: 'row', marginBottom: 28 },
  paragraph: { marginBottom: 14 },
  note: { marginTop: 10 },
  contact: { flexDirection: 'row', marginTop: 20 },
  signatures: { flexDirection: 'row', gap: 32, marginTop: 64 },
  signature: { flex: 1, borderTopWidth: 0.75, paddingTop: 4 },
})

const factsOf = (letter: AssignmentLetterPaper) => {
  const { locale, weeklyMinutes } = letter
  const words = wordsFor(locale)
  const pay = payOf(letter)
  return [
    { label: words.reference, value: letter.reference },
    { label: words.jobTitle, value: letter.jobTitle },
    { label: words.employmentType, value: letter.employmentType },
    { label: words.client, value: letter.clientName },
    {
      label: words.workLocation,
      value: [letter.workLocation.name, ...letter.workLocation.lines].join(', '),
    },
    { label: words.startsOn, value: formatDay({ day: letter.startsOn, locale }) },
    {
      label: words.endsOn,
      value: letter.endsOn ? formatDay({ day: letter.endsOn, locale }) : words.openEnd,
    },
    ...(pay === null ? [] : [{ label: words.pay, value: pay }]),
    ...(weeklyMinutes === null
      ? []
      : [{ label: words.weeklyHours, value: formatMinutes(weeklyMinutes) }]),
    ...(letter.approverName === null
      ? []
      : [{ label: words.approver, value: letter.approverName }]),
    ...letter.terms,
  ]
}

const payOf = ({ pay, locale }: AssignmentLetterPaper): string | null => {
  if (pay === null) return null
  const words = wordsFor(locale)
  if (pay.kind === 'hourly') return `${formatRate({ ...pay, locale })} ${words.perHour}`
  return `${formatMoney({ amount: pay, locale })} ${words.perYear}`
}
