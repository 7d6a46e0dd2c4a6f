import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { Interviews } from './collections/interviews'
import { JobOrders } from './collections/job-orders'
import { JobPostings } from './collections/job-postings'
import { Offers } from './collections/offers'
import { Openings } from './collections/openings'
import { OrderRequests } from './collections/order-requests'
import { ShortlistItems } from './collections/shortlist-items'
import { Shortlists } from './collections/shortlists'
import { Stages } from './collections/stages'
import { Submissions } from './collections/submissions'
import { interviewWorkflow } from './domain/interview-workflow'
import { jobOrderWorkflow } from './domain/job-order-workflow'
import { jobPostingWorkflow } from './domain/job-posting-workflow'
import { offerWorkflow } from './domain/offer-workflow'
import { openingWorkflow } from './domain/opening-workflow'
import { orderRequestWorkflow } from './domain/order-request-workflow'
import { shortlistWorkflow } from './domain/shortlist-workflow'
import { submissionWorkflow } from './domain/submission-workflow'

/** From a client's wish to a candidate who accepts: requests, orders, postings, submissions, offers. */
export const pipelinePlugin = (): Plugin => (config) =>
  contribute({
    config: {
      ...config,
      collections: [
        ...(config.collections ?? []),
        OrderRequests,
        JobOrders,
        Openings,
        JobPostings,
        Stages,
        Submissions,
        Shortlists,
        ShortlistItems,
        Interviews,
        Offers,
      ],
    },
    contribution: {
      plugin: 'pipeline',
      workflows: [
        orderRequestWorkflow,
        jobOrderWorkflow,
        openingWorkflow,
        jobPostingWorkflow,
        submissionWorkflow,
        shortlistWorkflow,
        interviewWorkflow,
        offerWorkflow,
      ],
      subjects: {
        'order-request': { collection: 'order-requests', label: 'Order request' },
        'job-order': { collection: 'job-orders', label: 'Job order' },
        opening: { collection: 'openings', label: 'Opening' },
        'job-posting': { collection: 'job-postings', label: 'Job posting' },
        stage: { collection: 'stages', label: 'Stage' },
        submission: { collection: 'submissions', label: 'Submission' },
        shortlist: { collection: 'shortlists', label: 'Shortlist' },
        'shortlist-item': { collection: 'shortlist-items', label: 'Shortlist item' },
        interview: { collection: 'interviews', label: 'Interview' },
        offer: { collection: 'offers', label: 'Offer' },
      },
    },
  })
