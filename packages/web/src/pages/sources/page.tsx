// The page Sources.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Sources">{null}</PageFrame>
}
