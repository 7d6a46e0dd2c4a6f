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
export { talkWords } from './interview-clock'
export { interviewModeLabels, interviewModeOptions, type InterviewMode } from './interview-plan'
export { conditionWords, shownKeys, type RawAnswers } from './intake-condition'
export type { IntakeForm, IntakeQuestion } from './intake-form'
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
export { declineReasonLabels, declineReasonOptions, declineReasons } from './offer-terms'
export { differenceWords, reasonWords, termWords } from './offer-words'
export {
  isAcceptedOffer,
  isCounteredOffer,
  isExtendedOffer,
  offerWorkflow,
  type OfferState,
} from './offer-workflow'
export { isReserved, openingWorkflow, type OpeningState } from './opening-workflow'
export { orderRequestWorkflow, type OrderRequestState } from './order-request-workflow'
export { judgeTerms, judgeTermsForActivation, type OrderTerms } from './order-terms'
export { recommendationLabels, recommendationOptions, scorecardPurpose } from './scorecard'
export {
  isRequestDetail,
  requestDetails,
  type RequestDetail,
} from './request-details'
export { rankBetween } from './rank'
export { rejectReasonLabels, rejectReasons, type RejectReason } from './reasons'
export { jobTimes } from './client-profile'
export { coverValues, writtenCover } from './shortlist-cover'
export {
  isAnswerable,
  isOpenShortlist,
  shortlistWorkflow,
  type ShortlistState,
} from './shortlist-workflow'
export {
  isLiveSubmission,
  liveSubmissionStates,
  placeableSubmissionStates,
  reviewedByClient,
  submissionWorkflow,
  type SubmissionState,
} from './submission-workflow'
export { isOwnApplication } from './submission-source'
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
