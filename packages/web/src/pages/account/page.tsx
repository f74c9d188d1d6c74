// The page Account.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Account">{null}</PageFrame>
}
