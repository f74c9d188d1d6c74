// What the screens ask of the ledger, put together.

import type { LedgerViews } from '../../http/ledger-views.ts'

export function createViews(): LedgerViews {
  const later = async (): Promise<never> => {
    throw new Error('this is not answered yet')
  }
  return {
    overview: later, troubles: later, troubleOf: later, eventMessage: later, judgeAgain: later,
    rules: later, ruleVersions: later, putRules: later, draftRule: later, testRule: later,
    sourceSights: later, sourceActivity: later, addNote: later, previewSuppress: later,
  }
}
