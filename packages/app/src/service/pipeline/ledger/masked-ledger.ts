// The ledger where addresses are kept as hashes: each address that comes in is masked at the door.

import type { Ledger } from '../../http/ledger.ts'
import type { AddressKeeper } from '../../check/hashed-address.ts'

/** What takes no address. All else has its door below, or does not compile. */
type Passed =
  | 'event' | 'rawOfEvent' | 'eventMessage' | 'judgeAgain' | 'incident' | 'stats' | 'overview'
  | 'troubles' | 'troubleOf' | 'unmatched' | 'listOutages' | 'settleOutage' | 'listSources'
  | 'sourceSights' | 'sourceActivity' | 'presets' | 'listPolicies' | 'activePolicy' | 'putPolicy'
  | 'simulate' | 'applyPolicy' | 'rules' | 'ruleVersions' | 'putRules' | 'draftRule' | 'testRule'
  | 'follow' | 'backlog'

export function maskLedger(ledger: Ledger, keep: AddressKeeper): Ledger {
  const masked = <Input extends { readonly address: string }>(input: Input): Input =>
    ({ ...input, address: keep(input.address) })
  /** Whoever looks for an address types it whole. */
  const filtered = <Filter extends { readonly address?: string; readonly text?: string }>(
    filter: Filter,
  ): Filter => ({
    ...filter, ...filter.address === undefined ? {} : { address: keep(filter.address) },
    ...filter.text === undefined ? {} : { text: keep(filter.text) },
  })
  const doors: Omit<Ledger, Passed> = {
    checkNow: (tenant, query) => ledger.checkNow(tenant, masked(query)),
    check: (tenant, queries) => ledger.check(tenant, queries.map(masked)),
    suppress: (tenant, actor, entries) => ledger.suppress(tenant, actor, entries.map(masked)),
    previewSuppress: (tenant, entries) => ledger.previewSuppress(tenant, entries.map(masked)),
    lift: (tenant, actor, input) => ledger.lift(tenant, actor, masked(input)),
    undoLift: (tenant, actor, input) => ledger.undoLift(tenant, actor, masked(input)),
    listSuppressions: (tenant, filter, page) =>
      ledger.listSuppressions(tenant, filtered(filter), page),
    countSuppressions: (tenant, filter) => ledger.countSuppressions(tenant, filtered(filter)),
    addressView: (tenant, address) => ledger.addressView(tenant, keep(address)),
    timeline: (tenant, address, page) => ledger.timeline(tenant, keep(address), page),
    addNote: (tenant, actor, address, text) => ledger.addNote(tenant, actor, keep(address), text),
    takeNoteBack: (tenant, actor, address, id) =>
      ledger.takeNoteBack(tenant, actor, keep(address), id),
    listEvents: (tenant, filter, page) => ledger.listEvents(tenant, filtered(filter), page),
    listIncidents: (tenant, filter, page) => ledger.listIncidents(tenant, filtered(filter), page),
    listAudit: (tenant, filter, page) => ledger.listAudit(tenant, filtered(filter), page),
    undo: (tenant, actor, input) =>
      ledger.undo(tenant, actor, { ...input, filter: filtered(input.filter) }),
    reclassify: (tenant, actor, input) =>
      ledger.reclassify(tenant, actor, { ...input, filter: filtered(input.filter) }),
    registerSends: (tenant, sends) => ledger.registerSends(tenant, sends.map((send) =>
      ({ ...send, recipient: keep(send.recipient) }))),
    recordProofs: (tenant, actor, proofs) =>
      ledger.recordProofs(tenant, actor, proofs.map(masked)),
    exportPerson: (tenant, address) => ledger.exportPerson(tenant, keep(address)),
    erase: (tenant, actor, input) => ledger.erase(tenant, actor, masked(input)),
  }
  return { ...ledger, ...doors }
}
