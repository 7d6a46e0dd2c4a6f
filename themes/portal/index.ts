export { ActionBar, type ActionBarProps } from './ActionBar'
export { Card, type CardProps } from './Card'
export { type DataColumn, type DataRow, DataTable, type DataTableProps } from './DataTable'
export { DecisionCard, type DecisionCardLabels, type DecisionCardProps } from './DecisionCard'
export { EmptyState, type EmptyStateProps } from './EmptyState'
export { FactList, type FactListProps } from './FactList'
export { InterviewCard, type InterviewCardProps } from './InterviewCard'
export {
  type InvoiceLine,
  InvoicePaper,
  type InvoicePaperProps,
  type Party,
} from './InvoicePaper'
export { LoginCard, type LoginCardLabels, type LoginCardProps } from './LoginCard'
export { OfferPaper, type OfferPaperProps } from './OfferPaper'
export { PortalHead, type PortalHeadProps } from './PortalHead'
export { PortalShell, type PortalShellProps } from './PortalShell'
export { Summary, type SummaryProps } from './Summary'
export { Timeline, type TimelineEntry, type TimelineProps } from './Timeline'
export { type WeekDay, WeekGrid, type WeekGridLabels, type WeekGridProps } from './WeekGrid'
