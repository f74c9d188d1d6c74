// Jumps to the parts of a long page: beside them where there is room, else in one row that stays in
// sight and scrolls sideways. It knows only the parts that are there, also those that come late.

import { useEffect, useRef, useState, type ReactNode } from 'react'
import classes from './section-nav.module.css'

type Place = { readonly id: string; readonly title: string }

export function SectionNav({ children }: { readonly children: ReactNode }) {
  const body = useRef<HTMLDivElement>(null)
  const row = useRef<HTMLElement>(null)
  const [places, setPlaces] = useState<readonly Place[]>([])
  const [here, setHere] = useState<string>()
  useEffect(() => watchPlaces(body.current, setPlaces), [])
  useEffect(() => watchSight(body.current, places, setHere), [places])
  useEffect(() => {
    const links = row.current?.querySelectorAll<HTMLAnchorElement>('a') ?? []
    const link = [...links].find(({ hash }) => hash === `#${here}`)
    if (row.current === null || link === undefined) return
    row.current.scrollLeft = link.offsetLeft - (row.current.clientWidth - link.offsetWidth) / 2
  }, [here])
  return (
    <div className={classes['frame']}>
      <nav ref={row} className={classes['row']} aria-label="Parts of this page">
        {places.map(({ id, title }) => (
          <a
            key={id} href={`#${id}`} className={classes['place']}
            {...id === here ? { 'aria-current': 'location' } : {}}
          >
            {title}
          </a>
        ))}
      </nav>
      <div ref={body} className={classes['body']}>{children}</div>
    </div>
  )
}

/**
 * Told of the parts whenever one comes or goes. The one that the address names is shown, also when
 * others come late, until somebody goes elsewhere.
 */
function watchPlaces(
  body: HTMLElement | null, tell: (places: readonly Place[]) => void,
): (() => void) | undefined {
  if (body === null) return undefined
  let known = ''
  let wanted = globalThis.location.hash.slice(1)
  const look = (): void => {
    const places = partsOf(body).map((part) =>
      ({ id: part.id, title: part.ariaLabel ?? part.querySelector('h2')?.textContent ?? '' }))
    const key = JSON.stringify(places)
    if (key === known) return
    known = key
    tell(places)
    if (wanted !== '') document.getElementById(wanted)?.scrollIntoView()
  }
  look()
  const observer = new MutationObserver(look)
  observer.observe(body, { childList: true, subtree: true })
  const letGo = (): void => { wanted = '' }
  for (const sign of SIGNS_OF_LIFE) globalThis.addEventListener(sign, letGo, { passive: true })
  return () => {
    observer.disconnect()
    for (const sign of SIGNS_OF_LIFE) globalThis.removeEventListener(sign, letGo)
  }
}

const SIGNS_OF_LIFE = ['wheel', 'pointerdown', 'keydown'] as const

function partsOf(body: HTMLElement): readonly HTMLElement[] {
  return [...body.querySelectorAll<HTMLElement>('section[id]')]
}

/** Told which part stands at the top of what is seen. */
function watchSight(
  body: HTMLElement | null, places: readonly Place[], tell: (id: string) => void,
): (() => void) | undefined {
  if (body === null || places.length === 0) return undefined
  const seen = new Set<string>()
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target.id)
      else seen.delete(target.id)
    }
    const first = places.find(({ id }) => seen.has(id))
    if (first !== undefined) tell(first.id)
  }, { rootMargin: '-120px 0px -40% 0px' })
  for (const part of partsOf(body)) observer.observe(part)
  return () => observer.disconnect()
}
