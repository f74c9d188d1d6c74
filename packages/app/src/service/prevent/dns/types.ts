// What the checks ask the DNS, and what it may answer: that a name has no such record, that there
// is no such name, and that nobody could be asked are three different answers.

export type DnsType = 'A' | 'AAAA' | 'MX' | 'TXT' | 'PTR' | 'TLSA'

export type MxRecord = { readonly priority: number; readonly exchange: string }

export type TlsaRecord = {
  readonly usage: number
  readonly selector: number
  readonly matching: number
  readonly data: Uint8Array
}

export type DnsRecords = {
  readonly A: string
  readonly AAAA: string
  readonly MX: MxRecord
  /** The strings of one record joined (RFC 7208 §3.3). */
  readonly TXT: string
  readonly PTR: string
  readonly TLSA: TlsaRecord
}

export type DnsAnswer<Type extends DnsType> =
  | { readonly kind: 'found'; readonly records: readonly DnsRecords[Type][] }
  /** The name is there and has no record of this type. */
  | { readonly kind: 'none' }
  /** There is no such name (NXDOMAIN). */
  | { readonly kind: 'missing' }
  /** Nobody knows: time out, refusal, failure of a server, a name that cannot be asked. */
  | { readonly kind: 'trouble'; readonly code: string }

export type Dns = {
  /** Never rejects. For `PTR` the name is the address itself. */
  readonly lookup: <Type extends DnsType>(name: string, type: Type) => Promise<DnsAnswer<Type>>
}

/** The records of an answer; none where there are none. */
export function recordsOf<Item>(
  answer: { readonly kind: 'found'; readonly records: readonly Item[] } |
    { readonly kind: 'none' | 'missing' | 'trouble' },
): readonly Item[] {
  return answer.kind === 'found' ? answer.records : []
}
