import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import './globals.css'

// Scripts carry the nonce of their own answer, which a page made at build time cannot know.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'Cụm Thi Đua', template: '%s · Cụm Thi Đua' },
  description: 'Giao ước, chỉ tiêu, kết quả và bình xét của các cụm thi đua Hội Liên hiệp Phụ nữ Việt Nam.',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, date: false, email: false, address: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#1d2753' },
    { media: '(prefers-color-scheme: dark)', color: '#141a38' },
  ],
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="vi">
      <body>{children}</body>
    </html>
  )
}
