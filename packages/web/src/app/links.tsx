// Links to what other pages show.

import { Anchor, type AnchorProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, ReactNode } from 'react'
import { AddressText } from '../parts/address-text.tsx'
import type { SearchWords } from './search.ts'

type TextLinkProps = AnchorProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style'>

function PlainLink(props: TextLinkProps) {
  return <Anchor {...props} />
}

/** To another page, with the types of the router. */
export const TextLink = createLink(PlainLink)

type Props = AnchorProps & { readonly children: ReactNode; readonly title?: string | undefined }

/** To the bounces that the words narrow them to. */
export function BouncesLink({ words, ...rest }: Props & { readonly words: SearchWords }) {
  return <TextLink to="/bounces/{-$id}" search={words} {...rest} />
}

/** To one bounce; with `keepsList`, beside the list that is on the screen. */
export function BounceLink({ id, keepsList = false, ...rest }: Props & {
  readonly id: string; readonly keepsList?: boolean
}) {
  return (
    <TextLink
      to="/bounces/{-$id}" params={{ id }} {...keepsList ? { search: true } : {}} {...rest}
    />
  )
}

export function AddressLink({ address, ...rest }: AnchorProps & { readonly address: string }) {
  return (
    <TextLink to="/addresses/$address" params={{ address }} {...rest}>
      <AddressText address={address} />
    </TextLink>
  )
}
