// An address as it fits into a row: of one that is kept as a hash, the beginning and the domain.

const MASKED = /^(~[a-z2-7]{8})[a-z2-7]{18}(@.*)$/s

export function shortAddress(address: string): string {
  return address.replace(MASKED, '$1…$2')
}
