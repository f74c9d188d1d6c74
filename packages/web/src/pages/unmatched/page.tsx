// The page Unmatched.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Unmatched">{null}</PageFrame>
}
