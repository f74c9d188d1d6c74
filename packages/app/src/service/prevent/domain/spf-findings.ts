// What SPF's faults mean for mail, and what to do about each.

import type { Dns } from '../dns/types.ts'
import type { Severity } from '../severity.ts'
import { readSpf, SPF_LOOKUPS_MAX, SPF_VOIDS_MAX, type SpfProblem, type SpfReading } from './spf.ts'
import type { Finding, Fix } from './types.ts'

type Wording = {
  readonly severity: Severity
  readonly text: (about: string) => string
  readonly fix?: (reading: SpfReading, domain: string) => Fix
  readonly source: string
}

const PERMERROR = 'Receivers answer permerror, which fails DMARC unless DKIM passes.'

function advise(text: string): () => Fix {
  return () => ({ kind: 'do', text })
}

const WORDINGS: Readonly<Record<SpfProblem, Wording>> = {
  'none': {
    severity: 'broken', source: 'RFC 7208 §3',
    text: (domain) => `${domain} has no SPF record: receivers cannot tell who may send for it.`,
    fix: (_, domain) => publish(domain, 'v=spf1 mx ~all'),
  },
  'several': {
    severity: 'broken', source: 'RFC 7208 §4.5',
    text: (domain) => `${domain} has more than one SPF record. ${PERMERROR}`,
    fix: advise('Merge them into one record and remove the others.'),
  },
  'unknown-word': {
    severity: 'broken', source: 'RFC 7208 §4.6.1',
    text: (term) => `SPF has no such term as "${term}". ${PERMERROR}`,
    fix: advise('Correct or remove the term.'),
  },
  'bad-address': {
    severity: 'broken', source: 'RFC 7208 §5.6',
    text: (term) => `"${term}" is no address or network. ${PERMERROR}`,
    fix: advise('Write ip4:192.0.2.1, ip4:192.0.2.0/24 or ip6:2001:db8::/32.'),
  },
  'too-many-lookups': {
    severity: 'broken', source: 'RFC 7208 §4.6.4',
    text: (n) => `The record takes ${n} look-ups; ${SPF_LOOKUPS_MAX} are allowed. ${PERMERROR}`,
    fix: advise('Remove includes of services that no longer send for you, replace a and mx by ' +
      'ip4 and ip6, or give a service a return path of its own subdomain.'),
  },
  'too-many-voids': {
    severity: 'broken', source: 'RFC 7208 §4.6.4',
    text: (n) => `${n} of its look-ups find nothing; ${SPF_VOIDS_MAX} are allowed. ${PERMERROR}`,
    fix: advise('Remove the terms whose names do not exist any more.'),
  },
  'include-without-record': {
    severity: 'broken', source: 'RFC 7208 §5.2',
    text: (term) => `"${term}" leads to a name without an SPF record. ${PERMERROR}`,
    fix: advise('Remove the term, or correct the name.'),
  },
  'loop': {
    severity: 'broken', source: 'RFC 7208 §4.6.4',
    text: (name) => `The record comes back to ${name} by its own includes. ${PERMERROR}`,
    fix: advise('Remove the include that closes the circle.'),
  },
  'allows-everybody': {
    severity: 'weak', source: 'RFC 7208 §5.1',
    text: () => '"+all" lets everybody in the world send for the domain.',
    fix: (reading, domain) => replaceAll(reading, domain, '~all'),
  },
  'neutral': {
    severity: 'weak', source: 'RFC 7208 §2.6',
    text: () => '"?all" says nothing about hosts that are not named, as if there were no record.',
    fix: (reading, domain) => replaceAll(reading, domain, '~all'),
  },
  'no-all': {
    severity: 'weak', source: 'RFC 7208 §4.7',
    text: () => 'The record does not say what of hosts that are not named: it ends without "all".',
    fix: ({ record = '' }, domain) => replace(domain, `${record.trim()} ~all`),
  },
  'uses-ptr': {
    severity: 'weak', source: 'RFC 7208 §5.5',
    text: (term) => `"${term}" is slow and unreliable; the standard says not to use it.`,
    fix: advise('Name the hosts with ip4, ip6 or a.'),
  },
  'after-all': {
    severity: 'note', source: 'RFC 7208 §5.1',
    text: (term) => `"${term}" stands after "all" and is never read.`,
    fix: advise('Move it before "all", or remove it.'),
  },
  'macro': {
    severity: 'note', source: 'RFC 7208 §7',
    text: (name) => `"${name}" depends on each message and was not followed.`,
  },
  'trouble': {
    severity: 'unknown', source: 'RFC 7208 §2.6.6',
    text: (name) => `The DNS did not answer for ${name}; SPF could not be checked to its end.`,
  },
}

/** Findings about SPF of one domain, under the area that asks for it. */
export async function checkSpf(
  dns: Dns, domain: string, area: 'spf' | 'return-path' | 'sending-host' = 'spf',
): Promise<Finding[]> {
  const reading = await readSpf(dns, domain)
  const findings = reading.problems.map(({ problem, about }): Finding => {
    const { severity, text, fix, source } = WORDINGS[problem]
    return {
      id: `${area}/${problem}`, area, severity, text: text(about), source,
      ...(reading.record === undefined ? {} : { record: reading.record }),
      ...(fix === undefined ? {} : { fix: fix(reading, domain) }),
    }
  })
  if (findings.some(({ severity }) => severity !== 'note') || reading.record === undefined) {
    return findings
  }
  const { lookups, record } = reading
  return [...findings, {
    id: `${area}/good`, area, severity: 'good', record,
    text: `SPF of ${domain} is sound: ${lookups} of ${SPF_LOOKUPS_MAX} look-ups.`,
  }]
}

function publish(name: string, value: string): Fix {
  return { kind: 'publish', record: { name, type: 'TXT', value } }
}

function replace(name: string, value: string): Fix {
  return { kind: 'replace', record: { name, type: 'TXT', value } }
}

function replaceAll({ record = '' }: SpfReading, domain: string, all: string): Fix {
  return replace(domain, record.replace(/ [+?]?all(?= |$)/i, ` ${all}`))
}
