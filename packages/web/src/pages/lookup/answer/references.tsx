// The documents that define something, with links.

import { Anchor } from '@mantine/core'
import type { Reference } from '@carom/core/codes'
import { Fragment } from 'react'

export function References({ list }: { readonly list: readonly Reference[] }) {
  if (list.length === 0) return 'No standard has it.'
  return list.map(({ name, title, url }, i) => (
    <Fragment key={name}>
      {i === 0 ? '' : '; '}
      {url === undefined ? name : (
        <Anchor href={url} target="_blank" rel="noreferrer noopener" fz="inherit">{name}</Anchor>
      )}
      {title === undefined ? '' : ` (${title})`}
    </Fragment>
  ))
}
