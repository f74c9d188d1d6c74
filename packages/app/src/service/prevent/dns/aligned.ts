// Whether two domains belong together as DMARC asks, without a look at the DNS: one is the other,
// or stands below it (RFC 9989 §4.4, relaxed; siblings are left out).

export function isAligned(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}
