import Link from 'next/link'

/** Steps through a long list. `page` counts from 1; `href` gives a page's address. Nothing where there is one page. */
export function Pagination({
  page,
  pages,
  href,
}: {
  page: number
  pages: number
  href: (page: number) => string
}) {
  if (pages <= 1) return null
  const link =
    'inline-flex min-h-[33px] items-center text-cham2 no-underline hover:underline pointer-coarse:min-h-11'
  return (
    <nav aria-label="Các trang" className="no-print mt-4 flex items-center gap-5">
      {page > 1 ? (
        <Link prefetch={false} rel="prev" href={href(page - 1)} className={link}>
          Trang trước
        </Link>
      ) : null}
      <span className="text-mute">
        Trang <b className="text-ink">{page}</b> trong {pages}
      </span>
      {page < pages ? (
        <Link prefetch={false} rel="next" href={href(page + 1)} className={link}>
          Trang sau
        </Link>
      ) : null}
    </nav>
  )
}
