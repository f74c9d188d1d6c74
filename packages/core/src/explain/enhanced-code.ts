// An enhanced code in plain words: class, subject, detail (RFC 3463), the registry, vendors, uses.

import { enhancedCodeFact } from '../rules/code-facts.ts'
import { codeUses, pairedReplyCodes, type CodeUses } from '../rules/code-uses.ts'
import {
  CLASS_MEANINGS, registeredCode, SUBJECT_MEANINGS, vendorCodes,
  type RegisteredCode, type VendorCode,
} from '../rules/enhanced-codes.ts'
import { RECEIVERS } from '../rules/receivers.ts'
import { judgeCode } from './judgement.ts'
import { formatEnhancedQuery, type EnhancedQuery } from './parse-code.ts'
import { IANA_REGISTRY, receiverReference, referenceOf } from './references.ts'
import { describeUse, permanenceOfClass } from './reply-code.ts'
import type { EnhancedCodeNote, Reference, VendorNote } from './types.ts'

export function noteEnhancedCode(query: EnhancedQuery): EnhancedCodeNote {
  const { subject, detail } = query
  const isWhole = subject !== undefined && detail !== undefined
  const row = isWhole ? registeredCode(subject, detail) : undefined
  const vendors = isWhole && query.class !== 2 ? vendorCodes(subject, detail) : []
  const subjectMeaning = subject === undefined ? undefined : SUBJECT_MEANINGS[subject]
  return {
    code: formatEnhancedQuery(query),
    ...(row === undefined ? {} : { name: row.name }),
    meaning: meaningOf(query, row, vendors),
    ...(query.class === undefined ? {} : { classMeaning: CLASS_MEANINGS[query.class] }),
    ...(subjectMeaning === undefined ? {} : { subjectMeaning }),
    known: row !== undefined || vendors.length > 0
      || (!isWhole && (subject ?? 0) < SUBJECT_MEANINGS.length),
    definedBy: definedBy(query, row, vendors),
    paired: isWhole ? pairedReplyCodes(subject, detail) : [],
    vendors: vendors.map((vendor) => noteVendor(vendor, query)),
    uses: usesOf(query).uses.map(describeUse),
    judgements: judgementsOf(query),
  }
}

function meaningOf(
  query: EnhancedQuery, row: RegisteredCode | undefined, vendors: readonly VendorCode[],
): string {
  if (row !== undefined) return row.meaning
  const [vendor] = vendors
  if (vendor !== undefined) return `${vendor.vendor}: ${vendor.meaning}`
  const { subject, detail } = query
  if (subject === undefined) {
    return query.class === undefined ? 'Any enhanced code.' : CLASS_MEANINGS[query.class]
  }
  const about = SUBJECT_MEANINGS[subject]
  if (detail === undefined) return about ?? 'The standards know no such subject.'
  return about === undefined
    ? 'The standards know no such subject; only the class can be read (RFC 3463 §2).'
    : `No such detail is registered; it is read as x.${subject}.0 (RFC 3463 §2). ${about}`
}

function definedBy(
  query: EnhancedQuery, row: RegisteredCode | undefined, vendors: readonly VendorCode[],
): Reference[] {
  if (row !== undefined) {
    return [...row.references.map((document) => referenceOf(document, row.code)), IANA_REGISTRY]
  }
  if (vendors.length > 0) return vendors.map(({ vendor }) => vendorReference(vendor))
  const code = `x.${query.subject ?? ''}.`
  return [query.subject === undefined ? { ...referenceOf('RFC 3463', code), name: 'RFC 3463 §3.1' }
    : referenceOf('RFC 3463', code)]
}

const VENDOR_RECEIVERS: Readonly<Record<string, string>> = {
  Gmail: 'google', Microsoft: 'microsoft', Yahoo: 'yahoo',
}

function vendorReference(vendor: string): Reference {
  const id = VENDOR_RECEIVERS[vendor] ?? RECEIVERS.find(({ name }) => name === vendor)?.id ?? vendor
  return { ...receiverReference(id), name: vendor }
}

function noteVendor(row: VendorCode, query: EnhancedQuery): VendorNote {
  const { vendor, code, meaning, registered, fact } = row
  const permanence = permanenceOfClass(query.class ?? 5)
  return {
    vendor, code, meaning, differs: registered,
    judgement: judgeCode(fact.reason, permanence, fact.trust),
  }
}

function usesOf(query: EnhancedQuery): CodeUses {
  if (query.class !== undefined) return codeUses(formatEnhancedQuery(query))
  const [permanent, transient] = [5, 4].map((first) =>
    codeUses(formatEnhancedQuery({ ...query, class: first as 4 | 5 })))
  const uses = [...permanent?.uses ?? []]
  for (const use of transient?.uses ?? []) {
    const at = uses.findIndex(({ reason }) => reason === use.reason)
    const same = uses[at]
    if (same === undefined) uses.push(use)
    else uses[at] = { ...same, receivers: [...new Set([...same.receivers, ...use.receivers])] }
  }
  return { uses }
}

function judgementsOf(query: EnhancedQuery): EnhancedCodeNote['judgements'] {
  const { subject, detail } = query
  if (subject === undefined) return []
  const classes = query.class === undefined ? [5, 4] as const : [query.class]
  return classes.flatMap((first) => {
    const code = { class: first, subject, detail: detail ?? 0 }
    const fact = enhancedCodeFact(code)
    if (fact === undefined) return []
    const judgement = judgeCode(fact.reason, permanenceOfClass(first), fact.trust)
    return [{ code: formatEnhancedQuery({ ...query, class: first }), judgement }]
  })
}
