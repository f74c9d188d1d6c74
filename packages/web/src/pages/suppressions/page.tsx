// The page Suppressions.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Suppressions">{null}</PageFrame>
}
