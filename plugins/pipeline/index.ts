import type { Plugin } from 'payload'

import { contribute } from '#plugins/kernel'
import { CandidateMessages } from './collections/candidate-messages'
import { ClientMessages } from './collections/client-messages'
import { IntakeForms } from './collections/intake-forms'
import { Interviews } from './collections/interviews'
import { withMatches } from './collections/matched-candidates'
import { JobOrders } from './collections/job-orders'
import { JobPostings } from './collections/job-postings'
import { OfferRules } from './collections/offer-rules'
import { Offers } from './collections/offers'
import { Openings } from './collections/openings'
import { OrderTemplates } from './collections/order-templates'
import { PlaybookRuns } from './collections/playbook-runs'
import { Playbooks } from './collections/playbooks'
import { Qualifications } from './collections/qualifications'
import { OrderRequests } from './collections/order-requests'
import { Representations } from './collections/representations'
import { Scorecards } from './collections/scorecards'
import { ShortlistAnswers } from './collections/shortlist-answers'
import { ShortlistItems } from './collections/shortlist-items'
import { RoutingRules } from './collections/routing-rules'
import { Shortlists } from './collections/shortlists'
import { Stages } from './collections/stages'
import { SubmissionRules } from './collections/submission-rules'
import { Submissions } from './collections/submissions'
import { activateJobOrder } from './commands/activate-job-order'
import { addCandidateToOrder } from './commands/add-candidate-to-order'
import { addOpenings } from './commands/add-openings'
import { addStage } from './commands/add-stage'
import { answerInterview } from './commands/answer-interview'
import { approveOffer } from './commands/approve-offer'
import { answerOffer } from './commands/answer-offer'
import { answerOrderRequest } from './commands/answer-order-request'
import { answerRightToRepresent } from './commands/answer-right-to-represent'
import { answerShortlistQuestion } from './commands/answer-shortlist-question'
import { applyToJob } from './commands/apply-to-job'
import { askRightToRepresent } from './commands/ask-right-to-represent'
import { cancelInterview } from './commands/cancel-interview'
import { cancelOpening } from './commands/cancel-opening'
import { changeStage } from './commands/change-stage'
import { closeJobOrder } from './commands/close-job-order'
import { completeInterview } from './commands/complete-interview'
import { convertOrderRequest } from './commands/convert-order-request'
import { copyJobOrder } from './commands/copy-job-order'
import { createJobOrder } from './commands/create-job-order'
import { decideShortlistItem } from './commands/decide-shortlist-item'
import { declineOrderRequest } from './commands/decline-order-request'
import { endGradeOverride } from './commands/end-grade-override'
import { ensureDefaultPlaybooks } from './commands/ensure-default-playbooks'
import { ensureDefaultStages } from './commands/ensure-default-stages'
import { extendOffer } from './commands/extend-offer'
import { askForScorecards } from './commands/ask-for-scorecards'
import { giveScorecard } from './commands/give-scorecard'
import { holdJobOrder } from './commands/hold-job-order'
import { moveSubmission } from './commands/move-submission'
import { moveSubmissions } from './commands/move-submissions'
import { noteShortlistOpened } from './commands/note-shortlist-opened'
import { noteSubmissionTerms } from './commands/note-submission-terms'
import { offerInterviewTimes } from './commands/offer-interview-times'
import { orderPlaybooks } from './commands/order-playbooks'
import { orderStages } from './commands/order-stages'
import { orderRoutingRules } from './commands/order-routing-rules'
import { overrideGrade } from './commands/override-grade'
import { proposeInterview } from './commands/propose-interview'
import { publishJob } from './commands/publish-job'
import { qualifyJobOrder } from './commands/qualify-job-order'
import { readClientMessages } from './commands/read-client-messages'
import { regradeJobOrder } from './commands/regrade-job-order'
import { rejectSubmission } from './commands/reject-submission'
import { rejectSubmissions } from './commands/reject-submissions'
import { remindOfShortlist } from './commands/remind-of-shortlist'
import { removeStage } from './commands/remove-stage'
import { rescheduleInterview } from './commands/reschedule-interview'
import { requestOrderInfo } from './commands/request-order-info'
import { releaseOpening } from './commands/release-opening'
import { requestStaff } from './commands/request-staff'
import { reserveOpening } from './commands/reserve-opening'
import { saveOrderTemplate } from './commands/save-order-template'
import { sendShortlist } from './commands/send-shortlist'
import { submitIntakeForm } from './commands/submit-intake-form'
import { doubleSubmissions } from './commands/double-submissions'
import { switchPlaybook } from './commands/switch-playbook'
import { tryRouting } from './commands/try-routing'
import { unpublishJob } from './commands/unpublish-job'
import { withdrawOffer } from './commands/withdraw-offer'
import { withdrawSubmission } from './commands/withdraw-submission'
import { writeToAgency } from './commands/write-to-agency'
import { writeToClient } from './commands/write-to-client'
import { writeToCandidates } from './commands/write-to-candidates'
import { interviewsOfColleague } from './queries/interviews-of-colleague'
import { personalData } from './database/personal-data'
import { orderImport } from './domain/order-import'
import { pipelineClocks } from './domain/clock-rules'
import { conversationPurpose } from './domain/client-message'
import { interviewWorkflow } from './domain/interview-workflow'
import { jobOrderWorkflow } from './domain/job-order-workflow'
import { jobPostingWorkflow } from './domain/job-posting-workflow'
import { offerWorkflow } from './domain/offer-workflow'
import { openingWorkflow } from './domain/opening-workflow'
import { orderRequestWorkflow } from './domain/order-request-workflow'
import { representationWorkflow } from './domain/representation-workflow'
import { scorecardPurpose } from './domain/scorecard'
import { shortlistWorkflow } from './domain/shortlist-workflow'
import { submissionWorkflow } from './domain/submission-workflow'
import { closeExpiredPostingsJob } from './jobs/close-expired-postings'
import { expireAnswersJob } from './jobs/expire-answers'
import { regradeOpenOrdersJob } from './jobs/regrade-open-orders'
import { watchInterviewsJob } from './jobs/watch-interviews'
import { followClientAnswers, settleMeetings } from './reactions/follow-client-answers'
import { checkRequests } from './reactions/check-requests'
import { keepClocks } from './reactions/keep-clocks'
import { keepOpenings } from './reactions/keep-openings'
import { leaveEveryOrder } from './reactions/leave-every-order'
import { letterDetails } from './queries/letter-details'
import { messageDetails } from './queries/message-details'
import { leaveTheSites } from './reactions/leave-the-sites'
import { regradeOrders } from './reactions/regrade-orders'
import { remindClients } from './reactions/remind-clients'
import { routeRequests } from './reactions/route-requests'
import { suggestOrderChange } from './reactions/suggest-order-change'
import { runPlaybooks } from './reactions/run-playbooks'

export { interviewInvitation, type Invitation } from './adapters/calendar'
export { activateJobOrder } from './commands/activate-job-order'
export { addCandidateToOrder } from './commands/add-candidate-to-order'
export { addOpenings } from './commands/add-openings'
export { addStage } from './commands/add-stage'
export { changeStage } from './commands/change-stage'
export { answerInterview } from './commands/answer-interview'
export { approveOffer } from './commands/approve-offer'
export { answerOffer } from './commands/answer-offer'
export { answerOrderRequest } from './commands/answer-order-request'
export { answerRightToRepresent } from './commands/answer-right-to-represent'
export { answerShortlistQuestion } from './commands/answer-shortlist-question'
export { applyToJob } from './commands/apply-to-job'
export { askRightToRepresent } from './commands/ask-right-to-represent'
export { cancelInterview } from './commands/cancel-interview'
export { cancelOpening } from './commands/cancel-opening'
export { closeJobOrder } from './commands/close-job-order'
export { completeInterview } from './commands/complete-interview'
export { convertOrderRequest } from './commands/convert-order-request'
export { copyJobOrder } from './commands/copy-job-order'
export { createJobOrder } from './commands/create-job-order'
export { decideShortlistItem } from './commands/decide-shortlist-item'
export { declineOrderRequest } from './commands/decline-order-request'
export { ensureDefaultPlaybooks } from './commands/ensure-default-playbooks'
export { orderRoutingRules } from './commands/order-routing-rules'
export { tryRouting } from './commands/try-routing'
export { orderPlaybooks } from './commands/order-playbooks'
export { switchPlaybook } from './commands/switch-playbook'
export { ensureDefaultStages } from './commands/ensure-default-stages'
export { endOpenStepsOfOrder } from './commands/end-open-steps'
export { extendOffer } from './commands/extend-offer'
export { giveScorecard } from './commands/give-scorecard'
export { holdJobOrder } from './commands/hold-job-order'
export { moveSubmission } from './commands/move-submission'
export { moveSubmissions } from './commands/move-submissions'
export { noteShortlistOpened } from './commands/note-shortlist-opened'
export { noteSubmissionTerms } from './commands/note-submission-terms'
export { offerInterviewTimes } from './commands/offer-interview-times'
export { orderStages } from './commands/order-stages'
export { proposeInterview } from './commands/propose-interview'
export { publishJob } from './commands/publish-job'
export { qualifyJobOrder } from './commands/qualify-job-order'
export { overrideGrade } from './commands/override-grade'
export { regradeJobOrder } from './commands/regrade-job-order'
export { rescheduleInterview } from './commands/reschedule-interview'
export { endGradeOverride } from './commands/end-grade-override'
export { rejectSubmission } from './commands/reject-submission'
export { rejectSubmissions } from './commands/reject-submissions'
export { remindOfShortlist } from './commands/remind-of-shortlist'
export { removeStage } from './commands/remove-stage'
export { releaseOpening } from './commands/release-opening'
export { releaseSeats } from './commands/release-seats'
export { reserveOpening } from './commands/reserve-opening'
export { readClientMessages } from './commands/read-client-messages'
export { requestOrderInfo } from './commands/request-order-info'
export { requestStaff } from './commands/request-staff'
export { saveOrderTemplate } from './commands/save-order-template'
export { sendShortlist } from './commands/send-shortlist'
export { submitIntakeForm } from './commands/submit-intake-form'
export { unpublishJob } from './commands/unpublish-job'
export { withdrawOffer } from './commands/withdraw-offer'
export { withdrawSubmission } from './commands/withdraw-submission'
export { writeToAgency } from './commands/write-to-agency'
export { writeToClient } from './commands/write-to-client'
export { writeToCandidates } from './commands/write-to-candidates'
export { conversationForClient } from './queries/conversation-for-client'
export type { Application } from './queries/application-rows'
export { applicationForCandidate } from './queries/application-for-candidate'
export { applicationsOfCandidate } from './queries/applications-of-candidate'
export { board, type BoardCard, type BoardColumn } from './queries/board'
export { cvForClient } from './queries/cv-for-client'
export { intakeFormFor, intakeForms } from './queries/intake-form'
export { interviewForCandidate, type CandidateInterview } from './queries/interview-for-candidate'
export { offerForCandidate, type CandidateOffer } from './queries/offer-for-candidate'
export { ordersOfClient, type ClientOrder } from './queries/orders-of-client'
export { representationForCandidate } from './queries/representation-for-candidate'
export { requestForClient, type ClientRequest } from './queries/request-for-client'
export {
  scorecardForClient,
  scorecardsToGive,
  type ClientScorecard,
} from './queries/scorecard-for-client'
export {
  shortlistForClient,
  type ClientShortlist,
  type ClientShortlistItem,
} from './queries/shortlist-for-client'
export { shortlistPdf } from './queries/shortlist-pdf'
export { shortlistsOfClient, type ClientShortlistRow } from './queries/shortlists-of-client'

/** From a client's wish to a candidate who accepts: requests, orders, postings, submissions, offers. */
export const pipelinePlugin = (): Plugin => (config) =>
  contribute({
    config: {
      ...config,
      collections: [
        ...(config.collections ?? []).map(withMatches),
        IntakeForms,
        OrderRequests,
        JobOrders,
        OrderTemplates,
        Qualifications,
        Playbooks,
        PlaybookRuns,
        RoutingRules,
        Openings,
        JobPostings,
        Stages,
        SubmissionRules,
        Submissions,
        Representations,
        Shortlists,
        ShortlistItems,
        ShortlistAnswers,
        ClientMessages,
        CandidateMessages,
        Interviews,
        Scorecards,
        OfferRules,
        Offers,
      ],
    },
    contribution: {
      plugin: 'pipeline',
      personalData,
      imports: [orderImport],
      mergeRules: [doubleSubmissions],
      appointments: [{ key: 'interviews', read: interviewsOfColleague }],
      owners: [
        { key: 'job-orders', label: 'Job orders', collection: 'job-orders', field: 'owner' },
        {
          key: 'order-requests',
          label: 'Order requests',
          collection: 'order-requests',
          field: 'owner',
          openStates: ['received', 'needs_info'],
        },
      ],
      settings: [
        {
          area: 'work',
          label: 'Stages',
          text: 'The columns of the board: their names, order, colours and the state each stands for.',
          path: '/collections/stages',
          permission: 'settings.write',
        },
        {
          area: 'work',
          label: 'Playbooks',
          text: 'What happens when an order is graded: conditions, steps, whose they are and when due.',
          path: '/collections/playbooks',
          permission: 'settings.write',
        },
        {
          area: 'work',
          label: 'Intake forms',
          text: 'What clients are asked who need staff: questions, conditions and files, a page for each kind.',
          path: '/collections/intake-forms',
          permission: 'settings.write',
        },
        {
          area: 'work',
          label: 'Routing',
          text: 'Whose requests and orders become: by words, client, place, language and workload, or in turn.',
          path: '/collections/routing-rules',
          permission: 'settings.write',
        },
        {
          area: 'work',
          label: 'Submission rules',
          text: 'What is asked for before a client sees a candidate: right to represent, not twice for one role.',
          path: '/collections/submission-rules',
          permission: 'settings.write',
        },
        {
          area: 'work',
          label: 'Offer rules',
          text: 'Which offers a colleague approves first: by margin, fee and pay.',
          path: '/collections/offer-rules',
          permission: 'settings.write',
        },
      ],
      workflows: [
        orderRequestWorkflow,
        jobOrderWorkflow,
        openingWorkflow,
        jobPostingWorkflow,
        submissionWorkflow,
        representationWorkflow,
        shortlistWorkflow,
        interviewWorkflow,
        offerWorkflow,
      ],
      events: [
        { name: 'qualification.created', summary: 'The order was graded' },
        { name: 'playbook-run.created', summary: 'A playbook began to work on the order' },
        { name: 'playbook-run.updated', summary: 'The playbook of the order ended' },
        { name: 'client-message.sent', summary: 'Message to the client' },
        { name: 'candidate-message.sent', summary: 'Message to a candidate' },
        { name: 'client-message.received', summary: 'Message from the client' },
        { name: 'shortlist.reminded', summary: 'The client was reminded of a shortlist' },
        {
          name: 'shortlist.questioned',
          summary: 'Somebody at the client waits for our answer about a candidate',
        },
        {
          name: 'shortlist.questions-settled',
          summary: 'No question of the client about a shortlist is open any more',
        },
        {
          name: 'shortlist-answer.replied',
          summary: 'We answered a question of the client about a candidate',
        },
        {
          name: 'shortlist-item.approved',
          summary: 'The client said yes to a candidate of a shortlist',
        },
        {
          name: 'shortlist-item.interview-wished',
          summary: 'The client wants to meet a candidate of a shortlist',
        },
        { name: 'interview.rescheduled', summary: 'The interview was moved to another time' },
        { name: 'interview.reminder-due', summary: 'The interview is tomorrow' },
        { name: 'interview.ended', summary: 'The time of the interview is over' },
        { name: 'interview.scorecards-asked', summary: 'The client was asked for scorecards' },
        { name: 'shortlist-item.maybe', summary: 'The client is not sure about a candidate' },
        {
          name: 'shortlist-item.rejected',
          summary: 'The client said no to a candidate of a shortlist, with the reason',
        },
        {
          name: 'shortlist-item.questioned',
          summary: 'The client asked about a candidate of a shortlist',
        },
        {
          name: 'submission.cv-renewed',
          summary: 'Somebody who is on the order already applied again with another CV',
        },
      ],
      commands: [
        requestStaff,
        submitIntakeForm,
        requestOrderInfo,
        answerOrderRequest,
        declineOrderRequest,
        convertOrderRequest,
        createJobOrder,
        copyJobOrder,
        saveOrderTemplate,
        qualifyJobOrder,
        regradeJobOrder,
        overrideGrade,
        endGradeOverride,
        activateJobOrder,
        addOpenings,
        cancelOpening,
        reserveOpening,
        releaseOpening,
        holdJobOrder,
        closeJobOrder,
        publishJob,
        unpublishJob,
        applyToJob,
        addCandidateToOrder,
        moveSubmission,
        moveSubmissions,
        rejectSubmission,
        rejectSubmissions,
        writeToCandidates,
        withdrawSubmission,
        noteSubmissionTerms,
        askRightToRepresent,
        answerRightToRepresent,
        sendShortlist,
        remindOfShortlist,
        answerShortlistQuestion,
        decideShortlistItem,
        noteShortlistOpened,
        proposeInterview,
        offerInterviewTimes,
        answerInterview,
        rescheduleInterview,
        cancelInterview,
        completeInterview,
        askForScorecards,
        giveScorecard,
        extendOffer,
        approveOffer,
        answerOffer,
        withdrawOffer,
        ensureDefaultStages,
        ensureDefaultPlaybooks,
        orderPlaybooks,
        switchPlaybook,
        orderRoutingRules,
        tryRouting,
        writeToClient,
        writeToAgency,
        readClientMessages,
        addStage,
        changeStage,
        orderStages,
        removeStage,
      ],
      clocks: pipelineClocks,
      reactions: [
        keepClocks,
        leaveTheSites,
        leaveEveryOrder,
        suggestOrderChange,
        remindClients,
        followClientAnswers,
        settleMeetings,
        regradeOrders,
        runPlaybooks,
        routeRequests,
        checkRequests,
        keepOpenings,
      ],
      jobs: [watchInterviewsJob, expireAnswersJob, closeExpiredPostingsJob, regradeOpenOrdersJob],
      details: [messageDetails, letterDetails],
      links: [
        {
          purpose: conversationPurpose,
          label: 'Read and answer messages about an order',
          path: ({ id }) => `/portal/orders/${id}`,
          lifetimeDays: 60,
          spentByAct: false,
        },
        {
          purpose: 'order-request.answer',
          label: 'Answer a question about a request for staff',
          path: ({ id }) => `/portal/requests/${id}`,
          lifetimeDays: 30,
          spentByAct: false,
        },
        {
          purpose: 'application.status',
          label: 'See where an application stands',
          path: ({ id }) => `/portal/applications/${id}`,
          lifetimeDays: 180,
          spentByAct: false,
        },
        {
          purpose: 'representation.answer',
          label: 'Give or refuse the right to represent',
          path: ({ id }) => `/portal/representations/${id}`,
          lifetimeDays: 365,
          spentByAct: false,
        },
        {
          purpose: 'shortlist.decide',
          label: 'Decide on shortlisted candidates',
          path: ({ id }) => `/portal/shortlists/${id}`,
          lifetimeDays: 30,
          spentByAct: false,
        },
        {
          purpose: 'interview.answer',
          label: 'Answer a proposed interview',
          path: ({ id }) => `/portal/interviews/${id}`,
          lifetimeDays: 60,
          spentByAct: false,
        },
        {
          purpose: scorecardPurpose,
          label: 'Give a scorecard after an interview',
          path: ({ id }) => `/portal/scorecards/${id}`,
          lifetimeDays: 60,
          spentByAct: false,
        },
        {
          purpose: 'offer.answer',
          label: 'Answer an offer',
          path: ({ id }) => `/portal/offers/${id}`,
          lifetimeDays: 60,
          spentByAct: true,
        },
      ],
      searches: [
        { kind: 'job-order', plural: 'Job orders', title: ['title'], detail: ['ref', 'client'] },
        {
          kind: 'order-request',
          plural: 'Order requests',
          title: ['jobTitle', 'company'],
          detail: ['ref', 'contactName'],
        },
      ],
      places: [{ label: 'My desk', path: '/admin/desk', permission: 'pipeline.read' }],
      subjects: {
        'intake-form': { collection: 'intake-forms', label: 'Intake form' },
        'order-request': { collection: 'order-requests', label: 'Order request' },
        'order-template': { collection: 'order-templates', label: 'Order template' },
        'job-order': { collection: 'job-orders', label: 'Job order' },
        qualification: { collection: 'qualifications', label: 'Qualification' },
        playbook: { collection: 'playbooks', label: 'Playbook' },
        'routing-rule': { collection: 'routing-rules', label: 'Routing rule' },
        'playbook-run': { collection: 'playbook-runs', label: 'Playbook at work' },
        opening: { collection: 'openings', label: 'Opening' },
        'job-posting': { collection: 'job-postings', label: 'Job posting' },
        stage: { collection: 'stages', label: 'Stage' },
        submission: { collection: 'submissions', label: 'Submission' },
        representation: { collection: 'representations', label: 'Right to represent' },
        'submission-rule': { collection: 'submission-rules', label: 'Submission rule' },
        shortlist: { collection: 'shortlists', label: 'Shortlist' },
        'shortlist-answer': { collection: 'shortlist-answers', label: 'Shortlist answer' },
        'shortlist-item': { collection: 'shortlist-items', label: 'Shortlist item' },
        'candidate-message': { collection: 'candidate-messages', label: 'Message to a candidate' },
        interview: { collection: 'interviews', label: 'Interview' },
        scorecard: { collection: 'scorecards', label: 'Scorecard' },
        offer: { collection: 'offers', label: 'Offer' },
        'offer-rule': { collection: 'offer-rules', label: 'Offer rule' },
      },
    },
  })
