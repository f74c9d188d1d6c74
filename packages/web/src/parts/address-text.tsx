// An address that, where it is too long for a line, goes on with its domain on the next.

import { SafeText } from './safe-text.tsx'

export function AddressText({ address }: { readonly address: string }) {
  const at = address.lastIndexOf('@') + 1
  return <><SafeText text={address.slice(0, at)} /><wbr /><SafeText text={address.slice(at)} /></>
}
