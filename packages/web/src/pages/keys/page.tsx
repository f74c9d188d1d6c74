// The page Keys.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Keys">{null}</PageFrame>
}
