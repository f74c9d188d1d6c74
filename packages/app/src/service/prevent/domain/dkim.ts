// DKIM keys of a domain (RFC 6376, 8301, 8463): found under their selectors, read, and measured.

import { createPublicKey } from 'node:crypto'
import type { Dns } from '../dns/types.ts'
import { recordsOf } from '../dns/types.ts'
import { parseTags } from './tags.ts'
import type { Finding } from './types.ts'

/** Selectors of widely used services, tried where none is named. */
const USUAL_SELECTORS: readonly string[] = [
  'default', 'dkim', 'google', 'selector1', 'selector2', 'k1', 'k2', 'k3', 's1', 's2', 'mail',
  'smtp', 'pm', 'mandrill', 'mte1', 'mte2', 'fm1', 'fm2', 'fm3', 'zoho', 'zmail', 'sig1',
  'protonmail', 'protonmail2', 'protonmail3', 'mxvault', 'everlytickey1', 'turbo-smtp', 'sib',
  'mailjet', 'hs1', 'hs2', 'litesrv', 'key1', 'key2', 'dkim1', 'postal', 'resend', 'ed25519',
]

const RSA_BITS_MIN = 1024
const RSA_BITS_WANTED = 2048

export async function checkDkim(
  dns: Dns, domain: string, selectors: readonly string[] = [],
): Promise<Finding[]> {
  const named = selectors.length > 0
  const names = named ? selectors : USUAL_SELECTORS
  const checked = await Promise.all(names.map((selector) =>
    checkSelector(dns, domain, selector, named)))
  const findings = checked.flat()
  return findings.length > 0 ? findings : [{
    id: 'dkim/no-selector-known', area: 'dkim', severity: 'unknown',
    text: `No DKIM key was found for ${domain} under ${names.length} usual selectors. DKIM may ` +
      'be there under another one: look for s= in the DKIM-Signature of a message that you sent.',
    fix: { kind: 'do', text: 'Check again with --selector NAME.' },
    source: 'RFC 6376 §3.1',
  }]
}

async function checkSelector(
  dns: Dns, domain: string, selector: string, isNamed: boolean,
): Promise<Finding[]> {
  const name = `${selector}._domainkey.${domain}`
  const answer = await dns.lookup(name, 'TXT')
  const found = (id: string, severity: Finding['severity'], text: string): Finding => ({
    id: `dkim/${id}`, area: 'dkim', severity, text, source: 'RFC 6376 §3.6.1',
  })
  if (answer.kind === 'trouble') {
    return isNamed
      ? [found('trouble', 'unknown', `The DNS did not answer for ${name} (${answer.code}).`)] : []
  }
  const records = recordsOf(answer).filter((text) => /(?:^|;)\s*p\s*=/i.test(text))
  const [record] = records
  if (record === undefined) {
    return isNamed ? [found('no-key', 'broken', `There is no DKIM key at ${name}: signatures ` +
      'that name this selector fail.')] : []
  }
  if (records.length > 1) {
    return [found('several-keys', 'broken', `There are ${records.length} keys at ${name}: which ` +
      'one a receiver takes is chance. Leave one.')]
  }
  return checkKey(record, name).map((finding) => ({ ...finding, record }))
}

function checkKey(record: string, name: string): Finding[] {
  const tags = parseTags(record)
  const base = { area: 'dkim', source: 'RFC 6376 §3.6.1' } as const
  const key = (tags.get('p') ?? '').replaceAll(/\s/g, '')
  if (key === '') {
    return [{ ...base, id: 'dkim/revoked', severity: 'note', text:
      `The key at ${name} is revoked (p= is empty). That is right for a key no longer used.` }]
  }
  const version = tags.get('v')
  const findings: Finding[] = []
  if (version !== undefined && version !== 'DKIM1') {
    findings.push({ ...base, id: 'dkim/version', severity: 'broken', text:
      `The key at ${name} says v=${version}; it must be DKIM1, or be left out.` })
  }
  if ((tags.get('t') ?? '').split(':').map((flag) => flag.trim()).includes('y')) {
    findings.push({ ...base, id: 'dkim/test-mode', severity: 'weak', text:
      `The key at ${name} is in test mode (t=y): receivers may treat its mail as unsigned.`,
    fix: { kind: 'replace', record: { name, type: 'TXT', value: withoutTest(record) } } })
  }
  const hashes = tags.get('h')?.toLowerCase().split(':').map((hash) => hash.trim())
  if (hashes !== undefined && !hashes.includes('sha256')) {
    findings.push({ ...base, id: 'dkim/no-sha256', severity: 'broken', text:
      `The key at ${name} allows only ${hashes.join(', ')}; receivers take sha256 alone.`,
    source: 'RFC 8301 §3.1' })
  }
  return [...findings, measureKey(tags.get('k')?.toLowerCase() ?? 'rsa', key, name)]
}

function measureKey(type: string, key: string, name: string): Finding {
  const base = { area: 'dkim', source: 'RFC 8301 §3.2' } as const
  if (type === 'ed25519') {
    const isWhole = Buffer.from(key, 'base64').length === 32
    return { ...base, source: 'RFC 8463 §4.2', id: isWhole ? 'dkim/good' : 'dkim/bad-key',
      severity: isWhole ? 'good' : 'broken',
      text: isWhole
        ? `The key at ${name} is Ed25519. Keep an RSA key beside it: not all receivers know it.`
        : `The Ed25519 key at ${name} cannot be read: it must have 32 bytes.` }
  }
  const bits = rsaBits(key)
  if (bits === undefined) {
    return { ...base, id: 'dkim/bad-key', severity: 'broken', text:
      `The key at ${name} cannot be read: p= was cut or mistyped.` }
  }
  if (bits < RSA_BITS_MIN) {
    return { ...base, id: 'dkim/key-too-short', severity: 'broken', text:
      `The key at ${name} has ${bits} bits: receivers refuse keys under ${RSA_BITS_MIN}.`,
    fix: { kind: 'do', text: 'Make a key of 2048 bits under a new selector and sign with it.' } }
  }
  if (bits < RSA_BITS_WANTED) {
    return { ...base, id: 'dkim/key-short', severity: 'weak', text:
      `The key at ${name} has ${bits} bits; 2048 are the rule today.`,
    fix: { kind: 'do', text: 'Make a key of 2048 bits under a new selector and sign with it.' } }
  }
  const text = `The key at ${name} has ${bits} bits.`
  return { ...base, id: 'dkim/good', severity: 'good', text }
}

function rsaBits(key: string): number | undefined {
  for (const type of ['spki', 'pkcs1'] as const) {
    try {
      const { asymmetricKeyDetails } =
        createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type })
      return asymmetricKeyDetails?.modulusLength
    } catch {
      // The other form may fit: RFC 6376 names one, some publish the other.
      continue
    }
  }
  return undefined
}

function withoutTest(record: string): string {
  return record.split(';')
    .filter((tag) => !/^\s*t\s*=/.test(tag)).join(';').trim()
}
