export { hostnameFrom } from './hostname'
export { asScript, jobPostingJsonLd, type PostedJob } from './job-posting-json-ld'
export { payText, type PostedPay } from './pay-text'
