// Caps of what is read as an address, with their reasons; all others stand in text/limits.ts.

/** Addresses read from one field; a To of thousands says nothing more about a bounce. */
export const ADDRESSES_MAX: number = 500
/**
 * Characters of one address; RFC 5321 §4.5.3.1 allows 64 + 1 + 255, real envelope senders hold
 * more.
 */
export const ADDRESS_CHARS_MAX: number = 1_000
/** Octets of a domain label (RFC 1035 §2.3.4). */
export const LABEL_CHARS_MAX: number = 63
