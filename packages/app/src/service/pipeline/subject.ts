// What a receiver refuses when it refuses the sender: an IP address or a domain.

import type { CaromEvent } from '@carom/core'

/** IPv4, or IPv6 with at least three colons, as replies write them. */
const IP = /\b(?:\d{1,3}\.){3}\d{1,3}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}\b/gi
const LOCAL = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./
const TEXT_CHARS_MAX = 2_000

/** Empty where it is not known, or where it is not the sender that is refused. */
export function subjectOf({ scope, diagnostic, original }: CaromEvent): string {
  if (scope === 'sender-ip') return ipIn(diagnostic ?? '')
  return scope === 'sender-domain' ? domainOf(original?.from) : ''
}

function ipIn(text: string): string {
  for (const [found] of text.slice(0, TEXT_CHARS_MAX).matchAll(IP)) {
    const isAddress = found.includes(':')
      || (!LOCAL.test(found) && found.split('.').every((part) => Number(part) < 256))
    if (isAddress) return found.toLowerCase()
  }
  return ''
}

/** Domain of the address in a From field. */
function domainOf(from: string | undefined): string {
  const domain = /@([\w.-]{1,253})>?[^@]{0,10}$/.exec(from ?? '')?.[1]
  return domain?.toLowerCase().replace(/\.$/, '') ?? ''
}
