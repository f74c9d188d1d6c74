// The page Mailbox.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Mailbox">{null}</PageFrame>
}
