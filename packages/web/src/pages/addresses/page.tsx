// The page Addresses.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Addresses">{null}</PageFrame>
}
