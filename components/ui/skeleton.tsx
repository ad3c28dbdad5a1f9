/** A grey stand-in of the size of what is coming. */
export function Skeleton({ className = 'h-4 w-40' }: { className?: string }) {
  return <div aria-hidden="true" className={`bg-hair rounded motion-safe:animate-pulse ${className}`} />
}

/** A page on its way: title, sentence and table rows where they will stand. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <div role="status" className="px-4 pt-4 lg:px-7">
      <span className="sr-only">Đang tải trang…</span>
      <Skeleton className="h-4 w-52" />
      <Skeleton className="mt-4 h-7 w-96 max-w-full" />
      <Skeleton className="mt-4 h-4 w-[640px] max-w-full" />
      <div className="border-hair mt-9 border-t-2">
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="border-hair flex h-[42px] items-center gap-6 border-b">
            <Skeleton className="h-4 w-44 shrink-0" />
            <Skeleton className="h-4 w-full" />
          </div>
        ))}
      </div>
    </div>
  )
}
