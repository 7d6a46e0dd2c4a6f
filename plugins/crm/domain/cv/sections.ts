import { pieceOf, plain, type Line } from './lines'

export type SectionKind =
  | 'head'
  | 'summary'
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'contact'
  | 'references'
  | 'other'

export type Section = { kind: SectionKind; lines: Line[] }

/** What stands above the parts of a CV, in English, German, French, Spanish and Polish. */
const headings: Readonly<Record<Exclude<SectionKind, 'head'>, string>> = {
  summary:
    'summary|profile|professional summary|professional profile|career summary|executive summary|about me|about|personal statement|objective|career objective|personal profile|profil|kurzprofil|uber mich|perfil|resumen|podsumowanie',
  work: 'experience|work experience|professional experience|employment|employment history|work history|career history|relevant experience|career|positions held|professional background|employment record|berufserfahrung|beruflicher werdegang|werdegang|berufspraxis|praxiserfahrung|berufliche erfahrung|experience professionnelle|experiences professionnelles|experiencia|experiencia laboral|experiencia profesional|doswiadczenie|doswiadczenie zawodowe',
  education:
    'education|education and training|education & training|academic background|academic qualifications|qualifications|educational background|academic history|studies|ausbildung|bildung|bildungsweg|schulbildung|studium|ausbildung und studium|schulische ausbildung|formation|etudes|educacion|formacion|formacion academica|wyksztalcenie|edukacja',
  skills:
    'skills|key skills|core skills|technical skills|professional skills|it skills|computer skills|skills & competencies|skills and competencies|competencies|core competencies|areas of expertise|expertise|technologies|tools|strengths|skill set|skills summary|kenntnisse|fahigkeiten|kompetenzen|fachkenntnisse|edv-kenntnisse|edv kenntnisse|it-kenntnisse|kenntnisse und fahigkeiten|competences|habilidades|competencias|umiejetnosci',
  languages:
    'languages|language skills|sprachen|sprachkenntnisse|langues|idiomas|jezyki|languages spoken|fremdsprachen|znajomosc jezykow',
  certificates:
    'certifications|certificates|certification|licenses|licences|licenses & certifications|licenses and certifications|licences and certificates|certifications and licenses|professional certifications|training|courses|training and certifications|professional development|registrations|accreditations|zertifikate|weiterbildung|weiterbildungen|fortbildung|fortbildungen|lizenzen|certificats|certificados|certificaciones|certyfikaty|kursy',
  contact:
    'contact|contact details|contact information|personal details|personal information|personal data|kontakt|kontaktdaten|personliche daten|personliche angaben|zur person|coordonnees|contacto|datos personales|dane osobowe',
  references:
    'references|referees|referenzen|references available on request|referencias|referencje',
  other:
    'interests|hobbies|hobbies and interests|interests and hobbies|activities|volunteering|volunteer experience|volunteer work|publications|projects|awards|achievements|key achievements|honors|honours|memberships|additional information|other|patents|interessen|ehrenamt|projekte|publikationen|sonstiges|auszeichnungen|centres d interet|intereses|zainteresowania',
}

const kindOf = new Map<string, Exclude<SectionKind, 'head'>>()
for (const kind of [
  'summary',
  'work',
  'education',
  'skills',
  'languages',
  'certificates',
  'contact',
  'references',
  'other',
] as const)
  for (const heading of headings[kind].split('|')) kindOf.set(heading, kind)

/** The parts of a CV in their order; what stands before the first heading is the head. */
export const sectionsOf = (lines: readonly Line[]): Section[] => {
  const sections: Section[] = [{ kind: 'head', lines: [] }]
  for (const line of lines) {
    const heading = headingIn(line)
    if (!heading) {
      sections.at(-1)?.lines.push(line)
      continue
    }
    sections.push({ kind: heading.kind, lines: heading.rest ? [heading.rest] : [] })
  }
  return sections
}

/** Whether the line is a heading, or begins with one and a colon: “Languages: German, English”. */
export const headingIn = (
  line: Line,
): { kind: Exclude<SectionKind, 'head'>; rest: Line | null } | null => {
  if (line.text.length <= 60) {
    const kind = kindOf.get(folded(line.text))
    if (kind) return { kind, rest: null }
  }
  const colon = line.text.slice(0, 40).indexOf(':')
  const kind = colon > 0 ? kindOf.get(folded(line.text.slice(0, colon))) : undefined
  if (!kind || kind === 'contact') return null
  const rest = pieceOf({ line, from: colon + 1, to: line.text.length })
  return { kind, rest: rest.text ? rest : null }
}

/** Spaced letters closed up, marks and numbers around the words gone. */
const folded = (text: string): string => {
  const word = plain(text)
    .replaceAll(/[^\p{L}&\s-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return /^(?:\p{L} ){3,}\p{L}$/u.test(word) ? word.replaceAll(' ', '') : word
}
