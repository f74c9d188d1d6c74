// Addresses and domains that, where they are too long for a line, go on where a part of them begins.

import { Fragment } from 'react'
import { SafeText } from './safe-text.tsx'

/** The domain goes to the next line whole. */
export function AddressText({ address }: { readonly address: string }) {
  const at = address.lastIndexOf('@') + 1
  return <><SafeText text={address.slice(0, at)} /><wbr /><SafeText text={address.slice(at)} /></>
}

/** A domain, or what has a name like one; it goes on after a part of it, not within one. */
export function DomainText({ domain }: { readonly domain: string }) {
  return domain.split(/(?=\.)/).map((part, i) => (
    <Fragment key={`${i}${part}`}>{i === 0 ? null : <wbr />}<SafeText text={part} /></Fragment>
  ))
}
