import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import type { ReactElement, ReactNode } from 'react'
import type { Instant } from '../domain'
import { registerFonts } from './fonts'

export type PaperSize = 'A4' | 'LETTER'

/** Somebody in the head of a letter: the name, then lines as they stand on an envelope. */
export type PaperParty = { name: string; lines: readonly string[] }

export const paperColours = { ink: '#1d2733', soft: '#5b6673', line: '#cdd4dc', wash: '#f3f5f8' }

export const paperStyles = StyleSheet.create({
  page: {
    paddingTop: 44,
    paddingBottom: 64,
    paddingHorizontal: 48,
    fontSize: 9.5,
    color: paperColours.ink,
  },
  // Not on the page: react-pdf leaves out text that is rendered per page below a line height.
  // With the size, since a line height is reckoned where it stands and handed down as points.
  body: { fontSize: 9.5, lineHeight: 1.4 },
  heading: { fontSize: 20, lineHeight: 1.2, fontWeight: 700, marginBottom: 12 },
  label: { fontSize: 8, color: paperColours.soft, marginBottom: 2 },
  strong: { fontWeight: 700 },
  soft: { color: paperColours.soft },
  row: { flexDirection: 'row' },
  footer: {
    position: 'absolute',
    bottom: 28,
    left: 48,
    right: 48,
    paddingTop: 6,
    borderTopWidth: 0.75,
    borderTopColor: paperColours.line,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 7.5,
    color: paperColours.soft,
  },
})

export type PaperProps = {
  title: string
  author: string
  /** BCP 47, for screen readers. */
  language: string
  /** When the paper was made: the same paper gives the same bytes. */
  createdAt: Instant
  size: PaperSize
  /** The families that hold all its characters, as `printable` found them. */
  fonts: readonly string[]
  /** What stands at the foot of every page, beside its number. */
  footer: string
  pageLabel: (page: { pageNumber: number; totalPages: number }) => string
  children: ReactNode
}

/** One document of one kind of page, with a foot and page numbers on each. */
export const Paper = ({
  title,
  author,
  language,
  createdAt,
  size,
  fonts,
  footer,
  pageLabel,
  children,
}: PaperProps) => (
  <Document
    title={title}
    author={author}
    language={language}
    creator="Placewright"
    producer="Placewright"
    creationDate={new Date(createdAt)}
    modificationDate={new Date(createdAt)}
  >
    <Page size={size} style={[paperStyles.page, { fontFamily: [...fonts] }]}>
      <View style={paperStyles.body}>{children}</View>
      <View style={paperStyles.footer} fixed>
        <Text>{footer}</Text>
        <Text render={pageLabel} />
      </View>
    </Page>
  </Document>
)

/** A name with its lines, under a small label. */
export const PartyBlock = ({ label, party }: { label: string; party: PaperParty }) => (
  <View style={{ flexGrow: 1, flexBasis: 0, paddingRight: 16 }}>
    <Text style={paperStyles.label}>{label}</Text>
    <Text style={paperStyles.strong}>{party.name}</Text>
    {party.lines.map((line) => (
      <Text key={line}>{line}</Text>
    ))}
  </View>
)

/** Pairs of a name and a value, one below the other. */
export const FactList = ({
  facts,
  labelWidth = 96,
}: {
  facts: readonly { label: string; value: string }[]
  labelWidth?: number
}) => (
  <View>
    {facts.map(({ label, value }) => (
      <View key={label} style={{ flexDirection: 'row', marginBottom: 2 }} wrap={false}>
        <Text style={{ width: labelWidth, color: paperColours.soft }}>{label}</Text>
        <Text style={{ flex: 1 }}>{value}</Text>
      </View>
    ))}
  </View>
)

/** The bytes of a paper. Slow (up to seconds for many pages): call it in a job, never in a request. */
export const renderPaper = async (paper: ReactElement<PaperProps>): Promise<Uint8Array> => {
  registerFonts()
  return new Uint8Array(await renderToBuffer(Paper(paper.props)))
}
