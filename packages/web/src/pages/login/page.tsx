// The page Login.

import { PageFrame } from '../../parts/page-frame.tsx'

export function Page() {
  return <PageFrame title="Login">{null}</PageFrame>
}
