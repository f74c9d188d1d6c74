// Parts of a page whose code comes when they are first shown: a first visit does not wait for it.

import { Skeleton } from '@mantine/core'
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'

const PLACE_PX = 320

/** The same component, with the shape of something to come until its code is there. */
export function latePart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>
  return (props) => (
    <Suspense fallback={<Skeleton h={PLACE_PX} radius="md" />}><Part {...props} /></Suspense>
  )
}
