// The page Users.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Users">{null}</PageFrame>
}
