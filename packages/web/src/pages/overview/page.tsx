// The page Overview.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Overview">{null}</PageFrame>
}
