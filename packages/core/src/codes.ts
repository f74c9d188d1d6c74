// @carom/core/codes: what codes, reasons and labels mean, without the engine that reads replies.

export { explainCode } from './explain/code.ts'
export { parseCodeQuery } from './explain/parse-code.ts'
export type { CodeQuery, EnhancedQuery } from './explain/parse-code.ts'
export { platformLabels } from './explain/platform-labels.ts'
export type {
  CodeExplanation, CompactReading, DecidingWords, EnhancedCodeNote, Judgement, PlatformLabel,
  PlatformTable, Reference, ReplyCodeNote, ReplyExplanation, Use, VendorNote, WordExplanation,
} from './explain/types.ts'
export { explainWord } from './explain/word.ts'
export { COMPACT_CODES } from './rules/compact-codes.ts'
export { ENHANCED_CODES, VENDOR_CODES } from './rules/enhanced-codes.ts'
export { PLATFORMS } from './rules/platforms/index.ts'
export type { Platform, PlatformView } from './rules/platforms/types.ts'
export { REASONS_TABLE } from './rules/reasons.ts'
export { REPLY_CODES } from './rules/reply-codes.ts'
export type { BounceType, Permanence, Reason, Remedy, Scope } from './rules/types.ts'
