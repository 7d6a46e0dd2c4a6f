import { createRequire } from 'node:module'
import { Document, Font, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'

export type Cv = {
  name: string
  headline: string
  contact: string
  summary: string
  jobs: readonly { title: string; employer: string; years: string; work: string }[]
  skills: readonly string[]
  study: string
}

/** A curriculum vitae of one page as PDF, with its text as text, in a font that knows every name. */
export const renderCv = async (cv: Cv): Promise<Uint8Array> => {
  registerFont()
  return new Uint8Array(
    await renderToBuffer(
      <Document title={`CV ${cv.name}`} author={cv.name} language="en">
        <Page size="LETTER" style={styles.page}>
          <Text style={styles.name}>{cv.name}</Text>
          <Text style={styles.headline}>{cv.headline}</Text>
          <Text style={styles.soft}>{cv.contact}</Text>
          <Text style={styles.paragraph}>{cv.summary}</Text>
          <Text style={styles.heading}>Experience</Text>
          {cv.jobs.map(({ title, employer, years, work }) => (
            <View key={employer} style={styles.job}>
              <Text style={styles.strong}>{`${title}, ${employer}`}</Text>
              <Text style={styles.soft}>{years}</Text>
              <Text>{work}</Text>
            </View>
          ))}
          <Text style={styles.heading}>Skills</Text>
          <Text>{cv.skills.join(' · ')}</Text>
          <Text style={styles.heading}>Education</Text>
          <Text>{cv.study}</Text>
        </Page>
      </Document>,
    ),
  )
}

const registerFont = (): void => {
  if (isRegistered) return
  isRegistered = true
  const { resolve } = createRequire(import.meta.url)
  const file = (name: string) => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)
  Font.register({
    family: 'Cv',
    fonts: [
      { src: file('DejaVuSansCondensed') },
      { src: file('DejaVuSansCondensed-Bold'), fontWeight: 700 },
    ],
  })
}

let isRegistered = false

const styles = StyleSheet.create({
  page: { padding: 54, fontFamily: 'Cv', fontSize: 10, lineHeight: 1.45, color: '#1d2733' },
  name: { fontSize: 22, lineHeight: 1.2, fontWeight: 700 },
  headline: { fontSize: 12, marginBottom: 2, color: '#14524d' },
  soft: { color: '#5b6673' },
  paragraph: { marginTop: 10 },
  heading: { marginTop: 16, marginBottom: 4, fontSize: 12, fontWeight: 700, color: '#14524d' },
  job: { marginBottom: 8 },
  strong: { fontWeight: 700 },
})
