// DMARC aggregate reports → DmarcReport (RFC 7489 appendix C, RFC 9990, and the drafts that some
// reporters still write).

import { noteProblem } from '../../text/problems.ts'
import { idOf } from '../webhook/values.ts'
import { readHead } from './head.ts'
import { RECORDS_MAX, SIGNATURES_MAX } from './limits.ts'
import type {
  AggregateResult, DkimOutcome, DmarcRecord, DmarcReport, Disposition, PublishedPolicy, SpfOutcome,
} from './types.ts'
import { countOf, domainOf, hostAddressOf, wordOf } from './values.ts'
import { childOf, childrenOf, readXml, textAt, type XmlElement } from './xml.ts'

const OVERRIDES_MAX = 5
const ERRORS_MAX = 10

/** Reads one document. Never throws on any bytes. */
export function parseDmarcReport(bytes: Uint8Array): AggregateResult<DmarcReport> {
  const problems: string[] = []
  const root = readXml(bytes, problems)
  if (root?.name !== 'feedback') {
    noteProblem(problems, 'dmarc-feedback-missing')
    return { report: undefined, problems }
  }
  const metadata = childOf(root, 'report_metadata')
  const published = childOf(root, 'policy_published')
  const head = readHead({
    reporter: textAt(metadata, 'org_name'), contact: textAt(metadata, 'email'),
    reportId: textAt(metadata, 'report_id'), domain: textAt(published, 'domain'),
    from: textAt(metadata, 'date_range', 'begin'), until: textAt(metadata, 'date_range', 'end'),
  }, problems)
  if (head === undefined) return { report: undefined, problems }
  const errors = childrenOf(metadata, 'error').slice(0, ERRORS_MAX)
    .flatMap(({ text }) => idOf(text) ?? [])
  return {
    report: {
      kind: 'dmarc', ...head, policy: readPolicy(published), errors,
      records: readRecords(root, head.domain, problems),
    },
    problems,
  }
}

function readPolicy(published: XmlElement | undefined): PublishedPolicy {
  const told = (name: string): string | undefined => wordOf(textAt(published, name))
  const pct = countOf(told('pct'))
  const testing = told('testing') ?? told('t')
  const mode = (name: string): 'r' | 's' | undefined => {
    const letter = told(name)?.[0]
    return letter === 'r' || letter === 's' ? letter : undefined
  }
  return present({
    p: dispositionOf(told('p')), sp: dispositionOf(told('sp')), np: dispositionOf(told('np')),
    adkim: mode('adkim'), aspf: mode('aspf'),
    pct: pct === undefined || pct > 100 ? undefined : pct,
    testing: testing === undefined ? undefined : testing.startsWith('y'),
  })
}

function readRecords(root: XmlElement, domain: string, problems: string[]): DmarcRecord[] {
  const records: DmarcRecord[] = []
  for (const element of childrenOf(root, 'record')) {
    if (records.length >= RECORDS_MAX) {
      noteProblem(problems, 'records-capped')
      break
    }
    const record = readRecord(element, domain)
    if (record === undefined) noteProblem(problems, 'record-damaged')
    else records.push(record)
  }
  if (records.length === 0) noteProblem(problems, 'records-missing')
  return records
}

function readRecord(element: XmlElement, domain: string): DmarcRecord | undefined {
  const row = childOf(element, 'row')
  const ip = hostAddressOf(textAt(row, 'source_ip'))
  const messages = countOf(textAt(row, 'count'))
  if (ip === undefined || messages === undefined) return undefined
  const evaluated = childOf(row, 'policy_evaluated')
  const results = childOf(element, 'auth_results')
  // Early drafts call them identities.
  const identifiers = childOf(element, 'identifiers') ?? childOf(element, 'identities')
  const spfOutcome = readSpf(results)
  return {
    ip, messages, disposition: dispositionOf(wordOf(textAt(evaluated, 'disposition'))) ?? 'none',
    dkim: wordOf(textAt(evaluated, 'dkim')) === 'pass',
    spf: wordOf(textAt(evaluated, 'spf')) === 'pass',
    overrides: childrenOf(evaluated, 'reason').slice(0, OVERRIDES_MAX)
      .flatMap((reason) => wordOf(textAt(reason, 'type')) ?? []),
    headerFrom: domainOf(textAt(identifiers, 'header_from')) ?? domain,
    signatures: readSignatures(results), ...spfOutcome === undefined ? {} : { spfOutcome },
  }
}

function readSignatures(results: XmlElement | undefined): DkimOutcome[] {
  return childrenOf(results, 'dkim').slice(0, SIGNATURES_MAX).flatMap((element) => {
    const domain = domainOf(textAt(element, 'domain'))
    const result = wordOf(textAt(element, 'result'))
    if (domain === undefined || result === undefined || result === 'none') return []
    return [present({ domain, result, selector: idOf(textAt(element, 'selector')) })]
  })
}

/** The one that DMARC looks at: of the envelope sender, or of HELO where that is empty. */
function readSpf(results: XmlElement | undefined): SpfOutcome | undefined {
  const all = childrenOf(results, 'spf')
  const element = all.find((one) => wordOf(textAt(one, 'scope')) === 'mfrom') ?? all[0]
  const domain = domainOf(textAt(element, 'domain'))
  const result = wordOf(textAt(element, 'result'))
  return domain === undefined || result === undefined ? undefined : { domain, result }
}

/** RFC 9990 says `pass` where nothing was to be done. */
function dispositionOf(word: string | undefined): Disposition | undefined {
  if (word === 'pass') return 'none'
  return word === 'none' || word === 'quarantine' || word === 'reject' ? word : undefined
}

type Present<Fields> = { readonly [Name in keyof Fields]: Exclude<Fields[Name], undefined> }

/** Without the fields that have no value. */
function present<Fields extends object>(fields: Fields): Present<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<Fields>
}
