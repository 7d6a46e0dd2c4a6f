export { conversationPurpose } from './client-message'
export {
  applicationStatusLabels,
  applicationSteps,
  type ApplicationStatus,
  type ApplicationStep,
} from './candidate-words'
export {
  employmentTypeLabels,
  employmentTypes,
  type EmploymentType,
} from './employment-type'
export {
  interviewWorkflow,
  isAgreedInterview,
  isProposedInterview,
  type InterviewState,
} from './interview-workflow'
export {
  isClosedOrder,
  isFilledOrder,
  isWorkedOn,
  jobOrderWorkflow,
  type JobOrderState,
} from './job-order-workflow'
export {
  isPublishedPosting,
  jobPostingWorkflow,
  type JobPostingState,
} from './job-posting-workflow'
export {
  isAcceptedOffer,
  isExtendedOffer,
  offerWorkflow,
  type OfferState,
} from './offer-workflow'
export { openingWorkflow, type OpeningState } from './opening-workflow'
export { orderRequestWorkflow, type OrderRequestState } from './order-request-workflow'
export { judgeTerms, judgeTermsForActivation, type OrderTerms } from './order-terms'
export { rankBetween } from './rank'
export { rejectReasonLabels, rejectReasons, type RejectReason } from './reasons'
export { isOpenShortlist, shortlistWorkflow, type ShortlistState } from './shortlist-workflow'
export {
  isLiveSubmission,
  liveSubmissionStates,
  placeableSubmissionStates,
  reviewedByClient,
  submissionWorkflow,
  type SubmissionState,
} from './submission-workflow'
export { countOpenings, isFull, type OpeningCounts } from './opening-counts'
export {
  isAskedRepresentation,
  isGivenRepresentation,
  representationWorkflow,
  type RepresentationState,
} from './representation-workflow'
export { asksQuestion, type Screening } from './screening'
export {
  shortlistDecisionLabels,
  shortlistDecisions,
  type ShortlistDecision,
} from './shortlist-answer'
