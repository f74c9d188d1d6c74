// The page Policy.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Policy">{null}</PageFrame>
}
