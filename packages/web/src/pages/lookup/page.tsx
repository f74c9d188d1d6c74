// The page Lookup.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Lookup">{null}</PageFrame>
}
