import Link from 'next/link'

/** A question mark that leads to the page of the guide which speaks of this place. */
export function HelpLink({ topic, about }: { topic: string; about: string }) {
  return (
    <Link
      prefetch={false}
      href={`/help/${topic}`}
      title={`Hướng dẫn: ${about}`}
      className="no-print border-line text-ink hover:bg-hair inline-flex size-7 shrink-0 items-center justify-center rounded-full border font-semibold no-underline pointer-coarse:size-11"
    >
      <span aria-hidden="true">?</span>
      <span className="sr-only">Hướng dẫn: {about}</span>
    </Link>
  )
}
