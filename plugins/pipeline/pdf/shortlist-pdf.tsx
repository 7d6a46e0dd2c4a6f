import { StyleSheet, Text, View } from '@react-pdf/renderer'
import { formatDay } from '#plugins/kernel/domain'
import {
  FactList,
  Paper,
  paperColours,
  paperStyles,
  PartyBlock,
  printable,
  renderPaper,
} from '#plugins/kernel/pdf'
import type { ShortlistPaper } from './shortlist-paper'

/** A shortlist as PDF bytes: one page to look through, then each candidate. */
export const renderShortlistPdf = async (paper: ShortlistPaper): Promise<Uint8Array> => {
  const { content, fonts } = await printable(paper)
  const { locale, candidates, recruiter } = content
  const about = [content.clientName, content.place, content.orderRef].filter(Boolean).join(' · ')
  return renderPaper(
    <Paper
      title={`Candidates for ${content.jobTitle}`}
      author={content.agencyName}
      language={locale}
      createdAt={content.createdAt}
      size={content.size}
      fonts={fonts}
      footer={`${content.agencyName} · ${content.orderRef} · Confidential`}
      pageLabel={({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}`}
    >
      <Text style={paperStyles.label}>{content.agencyName}</Text>
      <Text style={styles.title}>Candidates for {content.jobTitle}</Text>
      <Text style={styles.about}>{about}</Text>
      {content.message ? <Text style={styles.message}>{content.message}</Text> : null}
      {content.dueOn ? (
        <Text style={styles.due}>
          Please answer by {formatDay({ day: content.dueOn, locale })}.
        </Text>
      ) : null}
      {candidates.map((candidate) => (
        <View key={candidate.id} style={styles.candidate}>
          <View wrap={false} minPresenceAhead={60}>
            <Text style={styles.name}>{candidate.name}</Text>
            {candidate.headline ? <Text style={paperStyles.soft}>{candidate.headline}</Text> : null}
            {candidate.recommendation ? (
              <Text style={styles.recommendation}>{candidate.recommendation}</Text>
            ) : null}
            <FactList facts={candidate.facts} labelWidth={110} />
          </View>
          {candidate.skills.length > 0 ? (
            <View>
              <Text style={styles.part}>Skills</Text>
              <Text>{candidate.skills.join(' · ')}</Text>
            </View>
          ) : null}
          {candidate.jobs.length > 0 ? <Text style={styles.part}>Experience</Text> : null}
          {candidate.jobs.map((job) => (
            <View key={job.id} style={styles.job} wrap={job.text !== null}>
              <View style={paperStyles.row} wrap={false}>
                <Text style={styles.jobTitle}>{job.title}</Text>
                <Text style={paperStyles.soft}>{job.times}</Text>
              </View>
              {job.text ? <Text>{job.text}</Text> : null}
            </View>
          ))}
          {candidate.education.length > 0 ? <Text style={styles.part}>Education</Text> : null}
          {candidate.education.map((school) => (
            <Text key={school.id}>{school.text}</Text>
          ))}
        </View>
      ))}
      {recruiter ? (
        <View style={styles.recruiter} wrap={false}>
          <PartyBlock label="Your contact" party={recruiter} />
        </View>
      ) : null}
    </Paper>,
  )
}

const styles = StyleSheet.create({
  title: { fontSize: 18, lineHeight: 1.25, fontWeight: 700 },
  about: { color: paperColours.soft, marginBottom: 12 },
  message: { marginBottom: 8 },
  due: { fontWeight: 700, marginBottom: 8 },
  candidate: {
    marginTop: 14,
    paddingTop: 12,
    borderTopWidth: 0.75,
    borderTopColor: paperColours.line,
  },
  name: { fontSize: 13, lineHeight: 1.3, fontWeight: 700 },
  recommendation: {
    marginVertical: 6,
    padding: 8,
    backgroundColor: paperColours.wash,
  },
  part: { fontWeight: 700, marginTop: 8, marginBottom: 2 },
  job: { marginBottom: 4 },
  jobTitle: { flex: 1, paddingRight: 12 },
  recruiter: { flexDirection: 'row', marginTop: 20 },
})
