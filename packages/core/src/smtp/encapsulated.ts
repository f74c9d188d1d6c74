// Addresses that Microsoft Exchange wraps into its own (IMCEA, "Internet Mail Connector
// Encapsulated Address"): `IMCEASMTP-user+40example+2Ecom@gateway` and
// `IMCEAEX-_O=ORG_OU=…@gateway`.

export type EncapsulatedAddress = {
  /** Upper case: `SMTP`, `EX`, `MAILTO`, `INVALID`, `FAX` … */
  readonly type: string
  /** What was wrapped: an Internet address, an X.500 name (`/O=…/CN=…`), a number. */
  readonly text: string
}

const PREFIX = /^imcea([a-z0-9]{1,20})-/i
const ESCAPED_BYTES = /(?:\+[0-9a-f]{2})+/gi
const utf8 = new TextDecoder()

/** Types whose text is an Internet address. */
export const INTERNET_TYPES: ReadonlySet<string> = new Set(['SMTP', 'MAILTO', 'RFC822', 'INVALID'])

/** The address within; undefined where the address is not of this kind. */
export function readEncapsulatedAddress(address: string): EncapsulatedAddress | undefined {
  const prefix = PREFIX.exec(address)
  if (prefix === null) return undefined
  const at = address.lastIndexOf('@')
  const type = (prefix[1] as string).toUpperCase()
  const wrapped = address.slice(prefix[0].length, at < 0 ? undefined : at)
  // In X.500 and X.400 names `_` stands for the slash; Internet addresses hold real ones.
  const text = (INTERNET_TYPES.has(type) ? wrapped : wrapped.replaceAll('_', '/')).replace(
    ESCAPED_BYTES, decodeBytes,
  )
  return text === '' ? undefined : { type, text }
}

function decodeBytes(run: string): string {
  const bytes = new Uint8Array(run.length / 3)
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(run.slice(i * 3 + 1, i * 3 + 3), 16)
  }
  return utf8.decode(bytes)
}
