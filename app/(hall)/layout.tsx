import type { ReactNode } from 'react'

/** Screens that show the hall and nothing of the frame around the other pages. */
export default function HallLayout({ children }: { children: ReactNode }) {
  return children
}
