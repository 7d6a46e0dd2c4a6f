import type { ReactElement, ReactNode } from 'react'
import type { Fact, FormValues, Image, LinkItem, SelectOption } from './values'

export type SiteHeaderProps = {
  siteName: string
  homeHref: string
  logo?: Image
  nav: readonly LinkItem[]
  /** The one thing a visitor should be able to do from every page. */
  action?: LinkItem
  /** `id` of the page's main element. */
  mainId?: string
  skipLabel?: string
  menuLabel?: string
}

export type SiteFooterProps = {
  siteName: string
  tagline?: string
  groups: readonly { title: string; links: readonly LinkItem[] }[]
  address?: readonly string[]
  /** Company registration, licence and copyright, one line each. */
  legal: readonly string[]
}

export type HeroProps = {
  eyebrow?: string
  title: string
  lead?: string
  actions?: readonly LinkItem[]
  /** Stands below the lead: usually the job search. */
  children?: ReactNode
  /** Short proofs under the search, e.g. a reply promise. */
  proofs?: readonly string[]
  hasArt?: boolean
}

export type JobSearchBarProps = {
  action: string
  values: FormValues
  /** Field names of the query string; the server reads the same ones. */
  names?: { text: string; place: string; type: string }
  types?: readonly SelectOption[]
  labels?: { text: string; place: string; type: string; anyType: string; submit: string }
}

export type JobSummary = {
  id: string
  href: string
  title: string
  place: string
  employmentType: string
  pay?: string
  posted?: string
  /** ISO date of `posted`, for machines. */
  postedOn?: string
  sector?: string
  summary?: string
  isNew?: boolean
}

export type JobCardProps = JobSummary & { headingLevel?: 2 | 3; newLabel?: string }

export type JobListProps = {
  jobs: readonly JobSummary[]
  /** What was found, in words; announced to screen readers when it changes. */
  countLabel: string
  headingLevel?: 2 | 3
  empty: { title: string; text: string; action?: LinkItem }
}

export type ContactCardProps = {
  name: string
  role?: string
  photo?: Image
  phone?: string
  email?: string
  note?: string
  title?: string
}

export type JobDetailProps = {
  title: string
  reference?: string
  back: LinkItem
  sector?: string
  lead?: string
  facts: readonly Fact[]
  description: ReactNode
  apply: LinkItem
  /** Said beside the apply link, e.g. how soon someone answers. */
  promise?: string
  /** Set when the posting takes no more applications; replaces the apply link. */
  closedMessage?: string
  contact?: ContactCardProps
  children?: ReactNode
}

export type SectorGridProps = {
  title: string
  lead?: string
  sectors: readonly { name: string; href: string; countLabel: string }[]
}

export type StepsProps = {
  title: string
  lead?: string
  steps: readonly { title: string; text: string }[]
}

export type TestimonialProps = { quote: string; name: string; role: string; photo?: Image }

export type StatBandProps = { title?: string; stats: readonly { value: string; label: string }[] }

export type CtaBandProps = {
  title: string
  text?: string
  actions: readonly LinkItem[]
}

export type FilterGroup = {
  name: string
  legend: string
  options: readonly SelectOption[]
  selected: readonly string[]
}

export type FilterPanelProps = {
  action: string
  groups: readonly FilterGroup[]
  /** Query parameters to keep: the search text and place. */
  hidden?: Readonly<Record<string, string>>
  resetHref?: string
  labels?: { title: string; apply: string; reset: string }
}

export type SectionProps = {
  title?: string
  lead?: string
  more?: LinkItem
  tone?: 'default' | 'muted'
  width?: 'wide' | 'reading'
  children: ReactNode
}

export type PageHeadProps = { eyebrow?: string; title: string; lead?: string; children?: ReactNode }

/** A page that only says something: not found, failed, thank you. */
export type MessagePageProps = {
  code?: string
  title: string
  text: string
  actions?: readonly LinkItem[]
}

type Part<Props> = (props: Props) => ReactElement | null

/** The pieces every theme draws; what they say comes from the site, how they look from the theme. */
export type ThemeParts = {
  SiteHeader: Part<SiteHeaderProps>
  SiteFooter: Part<SiteFooterProps>
  Hero: Part<HeroProps>
  JobSearchBar: Part<JobSearchBarProps>
  JobCard: Part<JobCardProps>
  JobList: Part<JobListProps>
  JobDetail: Part<JobDetailProps>
  SectorGrid: Part<SectorGridProps>
  Steps: Part<StepsProps>
  Testimonial: Part<TestimonialProps>
  StatBand: Part<StatBandProps>
  CtaBand: Part<CtaBandProps>
  ContactCard: Part<ContactCardProps>
  FilterPanel: Part<FilterPanelProps>
  Section: Part<SectionProps>
  PageHead: Part<PageHeadProps>
  MessagePage: Part<MessagePageProps>
}
