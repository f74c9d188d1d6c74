// Signing in, and the one-time links by which accounts begin.

import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SetUp } from './set-up.tsx'
import { SignIn } from './sign-in.tsx'

export function Page(): ReactNode {
  const { pathname } = useLocation()
  return pathname === '/setup' ? <SetUp /> : <SignIn />
}
