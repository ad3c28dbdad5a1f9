/** How many things wait behind a link of the navigation; nothing where none does. */
export function NavCount({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="text-co in-aria-[current=page]:text-on-cham text-xs font-semibold">
      {count}
      <span className="sr-only"> việc đang chờ</span>
    </span>
  )
}
