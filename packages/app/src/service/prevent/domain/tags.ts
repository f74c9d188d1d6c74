// Records of the form `v=DKIM1; k=rsa; p=…` (RFC 6376 §3.2), which DKIM, DMARC, MTA-STS, TLS-RPT
// and BIMI share.

export type Tags = ReadonlyMap<string, string>

/** Names in lower case; the first of two equal ones counts. */
export function parseTags(record: string): Tags {
  const tags = new Map<string, string>()
  for (const part of record.split(';')) {
    const at = part.indexOf('=')
    if (at < 0) continue
    const name = part.slice(0, at).trim().toLowerCase()
    if (name !== '' && !tags.has(name)) tags.set(name, part.slice(at + 1).trim())
  }
  return tags
}

/** Whether a record is of this version, which must come first: `v=DMARC1`. */
export function isVersion(record: string, version: string): boolean {
  const [first = ''] = record.split(';', 1)
  const [name = '', value = ''] = first.split('=', 2)
  return name.trim().toLowerCase() === 'v' && value.trim().toLowerCase() === version.toLowerCase()
}
