// Identifiers of machines: runs that are no words of anyone, yet could be traced back to a message.

/** Versions and media types are no identifiers. */
const NO_BLOB =
  /^(?:(?:TLS|AECDH|ECDHE|DHE|AES|RSA)[-_]|\d{1,2}\.\d{1,4}\.\d|(?:text|message|multipart|application|image|audio|video)\/)/i

/**
 * Long runs that mix digits and letters, or are longer than any word: identifiers, signatures,
 * keys.
 */
export function isBlob(text: string): boolean {
  if (text.length < 12 || !/^[\w+/=.~!*$-]+$/.test(text) || NO_BLOB.test(text)) return false
  const digits = text.length - text.replace(/\d/g, '').length
  if (/^[\da-f-]+$/i.test(text)) return digits >= 2 && digits < text.length
  if (text.length < 16) return false
  const isMixed = /[A-Z]/.test(text) && /[a-z]/.test(text)
  if (digits >= 3 || (digits >= 1 && isMixed)) return /[A-Za-z]/.test(text)
  return text.length >= 40 && isMixed && !/[._-]/.test(text)
}
