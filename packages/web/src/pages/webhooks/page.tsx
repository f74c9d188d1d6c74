// The page Webhooks.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Webhooks">{null}</PageFrame>
}
