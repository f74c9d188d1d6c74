// @carom/core/prevent: what can be said of an address before anything is sent to it.

export { createTypoFinder } from './prevent/typo.ts'
export type { DomainSuggestion, TypoFinder, TypoOptions } from './prevent/typo.ts'
export { checkSyntax } from './prevent/syntax.ts'
export type { SyntaxNote, SyntaxProblem, SyntaxResult } from './prevent/syntax.ts'
export { planWarmUp, WARM_UP_FIRST, WARM_UP_GROWTH } from './prevent/warm-up.ts'
export type { WarmUpDay, WarmUpDone, WarmUpPlan } from './prevent/warm-up.ts'
