'use client'

import { useEffect, useRef } from 'react'

/** The search part of the address as it stands when the form is sent: filters change it without loading the page. */
export function AddressField({ query }: { query: string }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = field.current?.form
    const write = () => {
      if (field.current) field.current.value = location.search.slice(1)
    }
    form?.addEventListener('submit', write, { capture: true })
    return () => form?.removeEventListener('submit', write, { capture: true })
  }, [])
  return <input ref={field} type="hidden" name="query" defaultValue={query} />
}
