export type {
  ContactCardProps,
  CtaBandProps,
  FilterGroup,
  FilterPanelProps,
  HeroProps,
  JobCardProps,
  JobDetailProps,
  JobListProps,
  JobSearchBarProps,
  JobSummary,
  MessagePageProps,
  PageHeadProps,
  SectionProps,
  SectorGridProps,
  SiteFooterProps,
  SiteHeaderProps,
  StatBandProps,
  StepsProps,
  TestimonialProps,
  ThemeParts,
} from './parts'
export { defineTheme } from './theme'
export type { Theme } from './theme'
export { colourTokens, readablePairs, shapeTokens } from './tokens'
export type { ColourToken, ShapeToken, ThemeTokens } from './tokens'
export type {
  Fact,
  FormErrors,
  FormTarget,
  FormValues,
  Image,
  LinkItem,
  SelectOption,
  Status,
  Tone,
} from './values'
