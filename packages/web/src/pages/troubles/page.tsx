// The page Troubles.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Troubles">{null}</PageFrame>
}
