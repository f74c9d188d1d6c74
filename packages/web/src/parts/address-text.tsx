// Addresses and domains that, where they are too long for a line, go on where a part begins.

import { SafeText } from './safe-text.tsx'

/** The domain goes to the next line whole. */
export function AddressText({ address }: { readonly address: string }) {
  const at = address.lastIndexOf('@') + 1
  return <><SafeText text={address.slice(0, at)} /><wbr /><SafeText text={address.slice(at)} /></>
}

/** A domain, or what has a name like one; its last part goes to the next line. */
export function DomainText({ domain }: { readonly domain: string }) {
  const dot = Math.max(0, domain.lastIndexOf('.'))
  return <><SafeText text={domain.slice(0, dot)} /><wbr /><SafeText text={domain.slice(dot)} /></>
}
