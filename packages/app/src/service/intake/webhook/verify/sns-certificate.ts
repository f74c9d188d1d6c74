// Certificates that SNS signs with: fetched once from their pinned host, checked, kept for a while.

import { X509Certificate, type KeyObject } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import type { FetchUrl } from '../types.ts'

/** Certificates kept: a region has one or two at a time. */
const CERTIFICATES_MAX = 50
/** How long one is kept before it is fetched anew. */
const KEPT_MS = 24 * 3_600_000
/** How long a failure is kept, so that a flood of messages makes no flood of requests. */
const FAILURE_KEPT_MS = 15_000
/** Requests for certificates in a minute, over all sources. */
const LOADS_PER_MINUTE_MAX = 20
/** Certificates in one answer. */
const CHAIN_MAX = 6
const BITS_MIN = 2_048

export type CertificateAnswer =
  | { readonly kind: 'key'; readonly key: KeyObject }
  | { readonly kind: 'untrusted' | 'unreachable' }

export type CertificateCache = (url: string) => Promise<CertificateAnswer>

type Kept = { readonly answer: Promise<CertificateAnswer>; until: number }

export function createCertificateCache(fetchUrl: FetchUrl, now: () => number): CertificateCache {
  const kept = new Map<string, Kept>()
  let minute = 0
  let loads = 0
  return (url) => {
    const known = kept.get(url)
    if (known !== undefined && known.until > now()) return known.answer
    const current = Math.floor(now() / 60_000)
    if (current !== minute) [minute, loads] = [current, 0]
    // A stranger can name as many certificates as he likes, once he knows a topic.
    if (++loads > LOADS_PER_MINUTE_MAX) return Promise.resolve({ kind: 'unreachable' })
    const entry: Kept = { answer: load(url, fetchUrl, now), until: now() + FAILURE_KEPT_MS }
    kept.delete(url)
    kept.set(url, entry)
    void keepLonger(entry, now)
    for (const oldest of kept.keys()) {
      if (kept.size <= CERTIFICATES_MAX) break
      kept.delete(oldest)
    }
    return entry.answer
  }
}

async function keepLonger(entry: Kept, now: () => number): Promise<void> {
  const { kind } = await entry.answer
  if (kind === 'key') entry.until = now() + KEPT_MS
}

async function load(
  url: string, fetchUrl: FetchUrl, now: () => number,
): Promise<CertificateAnswer> {
  let text: string
  try {
    const { status, bytes } = await fetchUrl(url)
    if (status !== 200) return { kind: 'unreachable' }
    text = Buffer.from(bytes).toString('latin1')
  } catch {
    // Whatever it was: the vendor comes again, and so do we.
    return { kind: 'unreachable' }
  }
  const key = readSigningKey(text, new Date(now()))
  return key === undefined ? { kind: 'untrusted' } : { kind: 'key', key }
}

const PEM = /-----BEGIN CERTIFICATE-----[\w+/=\s]{1,20000}-----END CERTIFICATE-----/g

/**
 * The public key of the first certificate: valid today, of Amazon's name, no authority itself. What
 * stands behind it must be its chain; that it was fetched from the pinned host over TLS vouches for
 * the rest.
 */
export function readSigningKey(pem: string, at: Date): KeyObject | undefined {
  const chain = readChain(pem)
  const [leaf] = chain
  if (leaf === undefined || leaf.ca || !isAmazon(leaf) || !chain.every((one) => isValid(one, at))) {
    return undefined
  }
  const isLinked = chain.every((one, index) => {
    const issuer = chain[index + 1]
    return issuer === undefined || (issuer.ca && isIssuedBy(one, issuer))
  })
  const { publicKey } = leaf
  const isStrong = publicKey.asymmetricKeyType === 'rsa'
    && (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= BITS_MIN
  const isSound = isLinked && isStrong && isRootSound(chain.at(-1) as X509Certificate)
  return isSound ? publicKey : undefined
}

function readChain(pem: string): X509Certificate[] {
  try {
    return (pem.match(PEM) ?? []).slice(0, CHAIN_MAX).map((text) => new X509Certificate(text))
  } catch (error) {
    // Neither PEM nor DER inside of it.
    if (error instanceof Error) return []
    throw error
  }
}

function isValid(certificate: X509Certificate, at: Date): boolean {
  return certificate.validFromDate <= at && at <= certificate.validToDate
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

/** One that claims to come from a root that we know must really come from it. */
function isRootSound(last: X509Certificate): boolean {
  const named = knownRoots().filter((root) => root.subject === last.issuer)
  return named.length === 0 || named.some((root) => isIssuedBy(last, root))
}

let roots: readonly X509Certificate[] | undefined

function knownRoots(): readonly X509Certificate[] {
  roots ??= rootCertificates.map((pem) => new X509Certificate(pem))
  return roots
}

const NAME = /(?:^|[.:=])amazonaws\.com(?:\.cn)?$/

/** A name of Amazon Web Services among those of the certificate. */
function isAmazon({ subject, subjectAltName }: X509Certificate): boolean {
  const names = [...(subject ?? '').split('\n'), ...(subjectAltName ?? '').split(/,\s?/)]
  return names.some((name) => NAME.test(name.trim()))
}
