// @carom/core: reads email bounces and says what each one means, and why. The whole public API.

export { createAnonymizer } from './anonymize/anonymize.ts'
export type { AnonymizeOptions, Anonymizer } from './anonymize/anonymize.ts'
export { createEngine, type Engine, type EngineOptions, type ReadResult } from './engine.ts'
export { checkOperatorRules } from './classify/check-operator-rules.ts'
export type { OperatorRuleProblem, OperatorRulesCheck } from './classify/check-operator-rules.ts'
export type { OperatorMatch, OperatorRule } from './classify/operator-rules.ts'
export type { ReplyInput } from './classify/classify.ts'
export type { Candidate, ReadConcept, ReplyReading } from './classify/explain.ts'
export type { CaromEvent, EventSource } from './event/types.ts'
export { blocklistNamed } from './explain/blocklist.ts'
export { explainReply } from './explain/reply.ts'
export type { ReplyExplanation } from './explain/types.ts'
export { checkPolicy } from './policy/check.ts'
export type { PolicyCheck, PolicyProblem } from './policy/check.ts'
export { compareHistory, simulate } from './policy/compare.ts'
export type { Difference, Timeline } from './policy/compare.ts'
export { formatSpan, parseDuration } from './policy/duration.ts'
export { evaluate } from './policy/evaluate.ts'
export { decideCampaign } from './policy/guards/campaign.ts'
export type {
  CampaignCounts, CampaignDecision, CampaignOptions, ReceiverFailures,
} from './policy/guards/campaign.ts'
export { decideDomain } from './policy/guards/domain.ts'
export type { DomainSight, DomainState } from './policy/guards/domain.ts'
export {
  decideOutage, decideRelease, findOutages, OUTAGE_BASELINE_DAYS, OUTAGE_DEFAULTS,
} from './policy/guards/outage.ts'
export type {
  MinuteCounts, OutageDecision, OutageOptions, OutagePeriod, ReceiverCounts,
} from './policy/guards/outage.ts'
export { RATE_CAP_DEFAULTS, remainingSuppressions } from './policy/guards/rate-cap.ts'
export type { RateCapOptions } from './policy/guards/rate-cap.ts'
export type { Action, Duration, Policy, PolicyGuards, Track } from './policy/policy.ts'
export { PRESETS } from './policy/presets/index.ts'
export { adviseRetry } from './policy/retry.ts'
export type { RetryAdvice, RetryQuestion } from './policy/retry.ts'
export { policySchema } from './policy/schema.ts'
export type { JsonSchema } from './policy/schema.ts'
export type {
  AddressHistory, AddressState, AddressStatus, Incident, IncidentFault, ManualEntry, Meter, Proof,
  Step,
} from './policy/types.ts'
export { receiverOfHost } from './receiver.ts'
export { isMailAddress } from './report/addresses.ts'
export { parseMessage } from './message/parse.ts'
export type { Message, MessagePart } from './message/types.ts'
export { composeBounce, type BounceResult } from './report/compose.ts'
export type { BouncedRecipient, BounceRequest } from './report/compose-request.ts'
export { composeComplaint, type ComplaintRequest } from './report/compose-complaint.ts'
export { BOUNCE_LANGUAGES, SPOKEN_REASONS } from './report/compose-texts.ts'
export type { BounceLanguage, SpokenReason } from './report/compose-texts.ts'
export { createLogReader, detectLog, hasLogHeader, LOG_MTAS } from './report/log/index.ts'
export { LINE_CHARS_MAX } from './report/log/limits.ts'
export { readLogItem, writeLogItem } from './report/log/record.ts'
export type { LogItem, LogMta, LogReader, LogReaderOptions } from './report/log/types.ts'
export type { ReadOptions } from './report/read.ts'
export { findRefusals, LIFTABLE_REFUSALS, readReturnPath } from './report/refusal.ts'
export type { Refusal, RefusalCode, ReturnPath } from './report/refusal.ts'
export type {
  EventKind, OriginalMessage, RecipientReport, Report, VendorFacts,
} from './report/types.ts'
export {
  isWebhookVendor, readWebhookForm, readWebhookHandshake, WEBHOOK_VENDORS,
} from './report/webhook/index.ts'
export type { WebhookVendor } from './report/webhook/index.ts'
export type { WebhookBody, WebhookHandshake } from './report/webhook/types.ts'
export {
  registeredCode, vendorCodes, CLASS_MEANINGS, SUBJECT_MEANINGS,
} from './rules/enhanced-codes.ts'
export type { RegisteredCode, VendorCode } from './rules/enhanced-codes.ts'
export { readSummary } from './report/summary.ts'
export type { MessageSummary } from './report/summary.ts'
export { reasonFact, REASONS_TABLE } from './rules/reasons.ts'
export type { Fault, ReasonFact } from './rules/reasons.ts'
export type {
  Because, BounceType, Permanence, Reason, Remedy, Scope, SmtpCommand, Verdict,
} from './rules/types.ts'
export { addressKey, ADDRESS_EQUIVALENCE_DEFAULT } from './smtp/address-key.ts'
export type { AddressEquivalence } from './smtp/address-key.ts'
export { parseEnhancedCode } from './smtp/enhanced-code.ts'
export type { EnhancedCode } from './smtp/enhanced-code.ts'
export { makeReturnPath, verifyReturnPath } from './smtp/token.ts'
export type {
  ReturnPathRequest, ReturnPathResult, ReturnPathVerdict, TokenKey,
} from './smtp/token.ts'
export { MESSAGE_BYTES_MAX } from './text/limits.ts'
export { readWebhook, type WebhookResult } from './webhook.ts'
