// Says which page has come, to those who do not see it, and puts the next key where it begins.

import { VisuallyHidden } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

/** Of the element that holds the page. */
export const PAGE_ID = 'page'

export function Announcer() {
  const title = usePageTitle()
  // What is open within a page stands in its address, too: that is no other page.
  const page = useLocation({ select: ({ pathname }) => pathname.split('/')[1] ?? '' })
  const before = useRef(page)
  useEffect(() => {
    if (before.current === page) return
    before.current = page
    const place = document.querySelector<HTMLElement>(`#${PAGE_ID}`)
    // A page that has put the focus somewhere knows better.
    if (place?.contains(document.activeElement) !== true) place?.focus({ preventScroll: true })
  }, [page])
  return <VisuallyHidden role="status">{title}</VisuallyHidden>
}

/** Empty until the title changes: the first page is read aloud by the browser itself. */
function usePageTitle(): string {
  const [title, setTitle] = useState('')
  useEffect(() => {
    const observer = new MutationObserver(() => setTitle(document.title))
    const changes = { childList: true, characterData: true, subtree: true }
    const element = document.querySelector('title')
    if (element !== null) observer.observe(element, changes)
    return () => observer.disconnect()
  }, [])
  return title
}
