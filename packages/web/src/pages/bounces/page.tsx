// The page Bounces.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Bounces">{null}</PageFrame>
}
