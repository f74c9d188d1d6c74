// A file that the API makes, fetched by the browser itself, so that its size does not matter.

import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

export function DownloadLink({ path, words, children }: {
  readonly path: string
  readonly words: { readonly [name: string]: string | undefined }
  readonly children: string
}) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(words)) {
    if (value !== undefined) search.set(name, value)
  }
  const query = search.toString()
  return (
    <Button
      component="a" href={query === '' ? path : `${path}?${query}`} download
      size="compact-sm" variant="default" leftSection={<IconDownload size={14} />}
    >
      {children}
    </Button>
  )
}
