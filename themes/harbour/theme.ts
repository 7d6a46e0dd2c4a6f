import { defineTheme } from '../contract'
import { ContactCard } from './layout/ContactCard'
import { CtaBand } from './layout/CtaBand'
import { FilterPanel } from './layout/FilterPanel'
import { Hero } from './layout/Hero'
import { JobCard } from './layout/JobCard'
import { JobDetail } from './layout/JobDetail'
import { JobList } from './layout/JobList'
import { JobSearchBar } from './layout/JobSearchBar'
import { MessagePage } from './layout/MessagePage'
import { PageHead } from './layout/PageHead'
import { Section } from './layout/Section'
import { SectorGrid } from './layout/SectorGrid'
import { SiteFooter } from './layout/SiteFooter'
import { SiteHeader } from './layout/SiteHeader'
import { StatBand } from './layout/StatBand'
import { Steps } from './layout/Steps'
import { Testimonial } from './layout/Testimonial'
import { harbourTokens } from './tokens'

export const harbour = defineTheme({
  name: 'harbour',
  version: '1.0.0',
  api: '1',
  label: 'Harbour',
  description: 'Editorial and warm: deep water, quay stone and signal flags.',
  licence: 'MIT',
  author: 'Placewright',
  supports: { dark: true, rtl: true },
  tokens: harbourTokens,
  parts: {
    SiteHeader,
    SiteFooter,
    Hero,
    JobSearchBar,
    JobCard,
    JobList,
    JobDetail,
    SectorGrid,
    Steps,
    Testimonial,
    StatBand,
    CtaBand,
    ContactCard,
    FilterPanel,
    Section,
    PageHead,
    MessagePage,
  },
})
