// What the screens ask of the ledger, put together.

import { addressKey } from '@carom/core'
import type { LedgerViews } from '../../http/ledger-views.ts'
import type { SourceView } from '../../http/rows.ts'
import { previewSuppress } from './changes.ts'
import { readEventMessage } from './event-message.ts'
import { judgeAgain } from './judge-again.ts'
import { addNote, takeNoteBack } from './notes.ts'
import { readOverview } from './overview.ts'
import type { ReclassifyDeps } from './reclassify.ts'
import { draftRule, testRule } from './rule-bench.ts'
import type { Rules } from './rules.ts'
import { readActivity, readSights } from './sights.ts'
import { readTrouble, readTroubles } from './troubles.ts'

export type ViewDeps = ReclassifyDeps & {
  readonly rules: Rules
  readonly listSources: (tenant: string) => Promise<readonly SourceView[]>
}

export function createViews(deps: ViewDeps): LedgerViews {
  const { store, now, options: { equivalence }, rules } = deps
  return {
    overview: (tenant, query) => readOverview(deps, tenant, query),
    troubles: async (tenant, filter) => (await readTroubles(store, tenant, filter)).rows,
    troubleOf: (tenant, id) => readTrouble(store, tenant, id, now()),
    eventMessage: (tenant, id) => readEventMessage(store, tenant, id),
    judgeAgain: (tenant, id) => judgeAgain(deps, tenant, id),
    rules: (tenant) => rules.set(tenant),
    ruleVersions: (tenant) => rules.versions(tenant),
    putRules: (tenant, actor, value) => rules.put(tenant, actor, value),
    draftRule: (tenant, cluster) => draftRule(store, tenant, cluster),
    testRule: (tenant, rule, asked) => testRule(deps, tenant, rule, asked),
    sourceSights: (tenant) => readSights(deps, tenant),
    sourceActivity: (tenant, id) => readActivity(deps, tenant, id),
    addNote: (tenant, actor, address, text) =>
      addNote(deps, tenant, actor, addressKey(address, equivalence), text),
    takeNoteBack: (tenant, actor, address, id) =>
      takeNoteBack(deps, tenant, actor, addressKey(address, equivalence), id),
    previewSuppress: (tenant, entries) => previewSuppress(deps, tenant, entries),
  }
}
